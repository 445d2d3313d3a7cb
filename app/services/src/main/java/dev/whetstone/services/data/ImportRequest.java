package dev.whetstone.services.data;

import java.nio.file.Path;
import java.util.List;

/// What to import and how to read it.
///
/// @param files files or folders; all of them are imported, or none
/// @param format empty: recognised from the content
/// @param mapping as on the command line, e.g. `prompt=instruction,a=answer_0`; empty: none
/// @param as `prompts`, `responses`, `judgements` or `gold`; empty: what the file holds
/// @param annotator whose judgements these are where the file does not say
public record ImportRequest(
        List<Path> files,
        String format,
        String mapping,
        String as,
        String annotator,
        BadRows badRows) {
    public ImportRequest {
        files = List.copyOf(files);
    }

    /// Refused when a row cannot be imported.
    public ImportRequest(
            List<Path> files, String format, String mapping, String as, String annotator) {
        this(files, format, mapping, as, annotator, BadRows.REFUSE);
    }

    public static ImportRequest of(Path file) {
        return new ImportRequest(List.of(file), "", "", "", "");
    }

    public ImportRequest with(BadRows treatment) {
        return new ImportRequest(files, format, mapping, as, annotator, treatment);
    }

    /// What rows that cannot be imported mean for the others.
    public enum BadRows {
        /// Nothing is imported; the failure `input.rejected` names the first of them.
        REFUSE,
        /// The sound rows are imported, the bad ones reported.
        SKIP
    }
}
