package dev.whetstone.store.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.store.importing.input.RawRow;
import dev.whetstone.store.importing.input.RowFile;
import dev.whetstone.store.importing.input.RowSource;
import dev.whetstone.store.importing.row.Recogniser;
import dev.whetstone.store.importing.row.RowFormat;
import dev.whetstone.store.importing.row.RowRejected;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at a file's first rows to find its format and mapping.
final class Preview {
    private static final int ROWS = 50;

    private Preview() {}

    static Recognised recognise(ImportRequest request) throws IOException {
        List<ObjectNode> rows = firstRows(request);
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        if (request.format() instanceof FormatChoice.Fixed fixed) {
            return new Recognised(fixed.format(), mapping(request, columns), List.copyOf(columns));
        }
        ColumnMapping mapping = mapping(request, columns);
        for (ObjectNode row : rows) {
            Optional<RowFormat> format = format(row, mapping);
            if (format.isPresent()) {
                return new Recognised(format.get(), mapping, List.copyOf(columns));
            }
        }
        throw new StoreException(
                StoreError.BAD_INPUT,
                rows.isEmpty()
                        ? request.file() + " line 1: no readable row"
                        : "%s: the format is not known from the columns %s; name them with --map"
                                .formatted(request.file(), String.join(", ", columns)));
    }

    private static Optional<RowFormat> format(ObjectNode row, ColumnMapping mapping) {
        try {
            return Recogniser.format(mapping.apply(row));
        } catch (RowRejected e) {
            // This row's label is unknown to the mapping; another row will show the format.
            return Optional.empty();
        }
    }

    private static ColumnMapping mapping(ImportRequest request, Set<String> columns) {
        return request.mapping().columns().isEmpty()
                ? ObviousMapping.of(columns)
                : request.mapping();
    }

    private static List<ObjectNode> firstRows(ImportRequest request) throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        try (RowSource source = new RowFile(request.file(), request.limits()).open()) {
            for (int i = 0; i < ROWS; i++) {
                Optional<RawRow> row = source.next();
                if (row.isEmpty()) {
                    break;
                }
                if (row.get() instanceof RawRow.Values values) {
                    rows.add(values.values());
                }
            }
        }
        return rows;
    }
}
