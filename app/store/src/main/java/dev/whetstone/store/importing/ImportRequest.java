package dev.whetstone.store.importing;

import dev.whetstone.store.importing.input.ImportLimits;
import java.nio.file.Path;

/// What to import and how.
///
/// @param annotator who judged, over whatever the file says; empty to take the file's names
public record ImportRequest(
        Path file,
        FormatChoice format,
        ColumnMapping mapping,
        ImportAs as,
        String annotator,
        ImportMode mode,
        Rejections rejections,
        ImportLimits limits) {

    /// Format recognised; committed, unless a row is rejected.
    public static ImportRequest of(Path file) {
        return new ImportRequest(
                file,
                new FormatChoice.Recognise(),
                ColumnMapping.NONE,
                ImportAs.BY_FORMAT,
                "",
                ImportMode.COMMIT,
                Rejections.REFUSE,
                ImportLimits.DEFAULT);
    }

    public ImportRequest withFile(Path other) {
        return new ImportRequest(other, format, mapping, as, annotator, mode, rejections, limits);
    }

    public ImportRequest withFormat(FormatChoice choice) {
        return new ImportRequest(file, choice, mapping, as, annotator, mode, rejections, limits);
    }

    public ImportRequest withMapping(ColumnMapping columns) {
        return new ImportRequest(file, format, columns, as, annotator, mode, rejections, limits);
    }

    public ImportRequest withAs(ImportAs target) {
        return new ImportRequest(
                file, format, mapping, target, annotator, mode, rejections, limits);
    }

    public ImportRequest withAnnotator(String name) {
        return new ImportRequest(file, format, mapping, as, name, mode, rejections, limits);
    }

    public ImportRequest withMode(ImportMode wanted) {
        return new ImportRequest(file, format, mapping, as, annotator, wanted, rejections, limits);
    }

    public ImportRequest withRejections(Rejections policy) {
        return new ImportRequest(file, format, mapping, as, annotator, mode, policy, limits);
    }

    public ImportRequest withLimits(ImportLimits other) {
        return new ImportRequest(file, format, mapping, as, annotator, mode, rejections, other);
    }
}
