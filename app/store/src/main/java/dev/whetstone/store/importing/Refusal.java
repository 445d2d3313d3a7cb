package dev.whetstone.store.importing;

import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.util.List;

/// Turns an import's first rejected row into the failure that undoes it all.
final class Refusal {
    private Refusal() {}

    /// @throws StoreException REJECTED, naming file, line and field
    static void check(List<ImportReport> reports) {
        long rejected = reports.stream().mapToLong(report -> report.rejected().size()).sum();
        for (ImportReport report : reports) {
            for (Rejection first : report.rejected()) {
                throw new StoreException(
                        StoreError.REJECTED,
                        "%s line %d: %s%s; nothing was imported"
                                .formatted(
                                        report.file(),
                                        first.line(),
                                        words(first, report.format()),
                                        rejected == 1
                                                ? ""
                                                : " (and " + (rejected - 1) + " more rows)"));
            }
        }
    }

    private static String words(Rejection row, String format) {
        String field = row.field().isEmpty() ? "the row" : "\"" + row.field() + "\"";
        return switch (row.reason()) {
            case JSON -> "not readable as JSON";
            case COLUMNS -> "not the columns of " + format;
            case MISSING -> field + " is missing, as " + format + " needs it";
            case EMPTY -> field + " is empty";
            case TYPE -> field + " is of another type than " + format + " has";
            case VALUE -> field + " has a value that " + format + " does not know";
        };
    }
}
