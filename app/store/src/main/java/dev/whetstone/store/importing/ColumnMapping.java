package dev.whetstone.store.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.store.importing.input.Reason;
import dev.whetstone.store.importing.row.RowRejected;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which columns of a file stand for ours, written `prompt=instruction,a=answer_0,b=answer_1,
/// label=label:0>a,1>b`; behind the colon, which of the file's values stand for ours.
///
/// @param columns by our name
public record ColumnMapping(Map<String, Column> columns) {
    public static final ColumnMapping NONE = new ColumnMapping(Map.of());

    /// @param name in the file
    /// @param values ours by the file's; empty when values are taken as they are
    public record Column(String name, Map<String, String> values) {
        public Column {
            values = Map.copyOf(values);
        }
    }

    public ColumnMapping {
        columns = Map.copyOf(columns);
    }

    /// @throws StoreException BAD_INPUT
    public static ColumnMapping parse(String text) {
        Map<String, Column> columns = new LinkedHashMap<>();
        String target = "";
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            int arrow = part.indexOf('>');
            if (equals > 0 && (arrow < 0 || equals < arrow)) {
                target = part.substring(0, equals).strip();
                String name = part.substring(equals + 1);
                int colon = name.lastIndexOf(':', arrow < 0 ? -1 : name.indexOf('>'));
                String values = colon < 0 ? "" : name.substring(colon + 1);
                Column column =
                        new Column((colon < 0 ? name : name.substring(0, colon)).strip(), Map.of());
                if (columns.put(target, column) != null || column.name().isEmpty()) {
                    throw bad(part);
                }
                part = values;
            } else if (target.isEmpty() || arrow < 0) {
                throw bad(part);
            }
            addValue(columns, target, part);
        }
        return new ColumnMapping(columns);
    }

    private static void addValue(Map<String, Column> columns, String target, String part) {
        int arrow = part.indexOf('>');
        if (part.isEmpty()) {
            return;
        }
        Column column = columns.get(target);
        if (arrow <= 0 || column == null) {
            throw bad(part);
        }
        Map<String, String> values = new LinkedHashMap<>(column.values());
        values.put(part.substring(0, arrow).strip(), part.substring(arrow + 1).strip());
        columns.put(target, new Column(column.name(), values));
    }

    private static StoreException bad(String part) {
        return new StoreException(
                StoreError.BAD_INPUT,
                "--map: \"%s\" is not name=column or name=column:value>ours".formatted(part));
    }

    /// The row under our names; columns that are not mapped keep theirs.
    ///
    /// @throws RowRejected when a value is none of those that the mapping knows
    ObjectNode apply(ObjectNode row) throws RowRejected {
        if (columns.isEmpty()) {
            return row;
        }
        ObjectNode ours = row.deepCopy();
        Set<String> taken = new HashSet<>();
        columns.values().forEach(column -> taken.add(column.name()));
        taken.forEach(ours::remove);
        for (Map.Entry<String, Column> entry : columns.entrySet()) {
            JsonNode value = row.get(entry.getValue().name());
            if (value != null) {
                ours.set(entry.getKey(), translated(value, entry.getValue(), ours));
            }
        }
        return ours;
    }

    private static JsonNode translated(JsonNode value, Column column, ObjectNode factory)
            throws RowRejected {
        if (column.values().isEmpty() || value.isNull()) {
            return value;
        }
        String translated = column.values().get(value.asText());
        if (translated == null) {
            throw new RowRejected(Reason.VALUE, column.name());
        }
        return factory.textNode(translated);
    }

    /// What the file calls our column.
    String inFile(String ours) {
        Column column = columns.get(ours);
        return column == null ? ours : column.name();
    }

    /// As it is written behind `--map`.
    @Override
    public String toString() {
        return columns.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        entry ->
                                entry.getKey()
                                        + "="
                                        + entry.getValue().name()
                                        + (entry.getValue().values().isEmpty() ? "" : ":")
                                        + entry.getValue().values().entrySet().stream()
                                                .sorted(Map.Entry.comparingByKey())
                                                .map(v -> v.getKey() + ">" + v.getValue())
                                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(","));
    }
}
