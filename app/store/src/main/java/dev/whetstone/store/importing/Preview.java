package dev.whetstone.store.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.stream.Collectors;

/// Looks at a file's first rows together to find its format and mapping: one broken or poorer row
/// does not make another format of the file.
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
        RowFormat format =
                Recogniser.format(together(rows, mapping))
                        .orElseThrow(() -> unknown(request, mapping, columns));
        for (String column : format.required()) {
            if (!columns.isEmpty() && !columns.contains(mapping.inFile(column))) {
                throw unknown(request, mapping, columns);
            }
        }
        return new Recognised(format, mapping, List.copyOf(columns));
    }

    private static StoreException unknown(
            ImportRequest request, ColumnMapping mapping, Set<String> columns) {
        String has = String.join(", ", columns);
        String missing =
                mapping.columns().values().stream()
                        .map(ColumnMapping.Column::name)
                        .filter(name -> !columns.contains(name))
                        .sorted()
                        .collect(Collectors.joining("\", \""));
        if (columns.isEmpty()) {
            return bad("%s line 1: no readable row".formatted(request.file()));
        }
        return bad(
                missing.isEmpty()
                        ? "%s: the format is not known from the columns %s; name them with --map"
                                .formatted(request.file(), has)
                        : "%s has no column \"%s\" as --map says; it has %s"
                                .formatted(request.file(), missing, has));
    }

    private static StoreException bad(String message) {
        return new StoreException(StoreError.BAD_INPUT, message);
    }

    /// Every column of the rows with its first value.
    private static ObjectNode together(List<ObjectNode> rows, ColumnMapping mapping) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (ObjectNode row : rows) {
            try {
                mapping.apply(row)
                        .properties()
                        .forEach(
                                field -> {
                                    if (!all.hasNonNull(field.getKey())) {
                                        all.set(field.getKey(), field.getValue());
                                    }
                                });
            } catch (RowRejected e) {
                // This row's label is unknown to the mapping; the import will report it.
                continue;
            }
        }
        return all;
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
                rows.add(
                        switch (row.get()) {
                            case RawRow.Values values -> values.values();
                            case RawRow.Broken broken -> broken.begun();
                        });
            }
        }
        return rows;
    }
}
