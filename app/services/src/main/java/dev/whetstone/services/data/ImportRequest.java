package dev.whetstone.services.data;

import java.nio.file.Path;
import java.util.List;

/// What to import and how to read it.
///
/// @param files files or folders
/// @param format empty: recognised from the content
/// @param mapping as on the command line, e.g. `prompt=instruction,a=answer_0`; empty: none
/// @param as `prompts`, `responses`, `judgements` or `gold`; empty: what the file holds
/// @param annotator whose judgements these are where the file does not say
public record ImportRequest(
        List<Path> files, String format, String mapping, String as, String annotator) {
    public ImportRequest {
        files = List.copyOf(files);
    }

    public static ImportRequest of(Path file) {
        return new ImportRequest(List.of(file), "", "", "", "");
    }
}
