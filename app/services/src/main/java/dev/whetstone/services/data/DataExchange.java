package dev.whetstone.services.data;

import dev.whetstone.services.job.JobHandle;
import java.nio.file.Path;
import java.util.List;

/// In and out. Importing a file twice adds nothing.
public interface DataExchange {
    /// Reads the beginning of a file; milliseconds for a local file.
    ImportPreview preview(Path file);

    /// Reads everything and writes nothing.
    JobHandle<List<ImportReport>> dryRun(ImportRequest request);

    /// All rows of all files, or, when a row cannot be imported, the job fails or is
    /// cancelled, none (see [ImportRequest.BadRows] for the other choice). One report a file.
    JobHandle<List<ImportReport>> importFiles(ImportRequest request);

    JobHandle<ExportReport> export(ExportRequest request);

    /// Formats by name with a line of help.
    List<Format> importFormats();

    List<Format> exportFormats();

    record Format(String name, String help) {}
}
