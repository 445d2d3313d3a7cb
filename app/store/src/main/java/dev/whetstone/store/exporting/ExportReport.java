package dev.whetstone.store.exporting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// What an export wrote and what its format cannot carry.
///
/// @param rows lines written
/// @param leftOut rows not written, by reason
/// @param notCarried things that written rows do not say, by kind
public record ExportReport(
        String file,
        String format,
        long rows,
        Map<String, Long> leftOut,
        Map<String, Long> notCarried) {
    public ExportReport {
        leftOut = Map.copyOf(leftOut);
        notCarried = Map.copyOf(notCarried);
    }

    /// The JSON that `whetstone export --json` prints.
    public ObjectNode toJson() {
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("file", file)
                        .put("format", format)
                        .put("rows", rows);
        ObjectNode left = json.putObject("left_out");
        new TreeMap<>(leftOut).forEach(left::put);
        ObjectNode not = json.putObject("not_carried");
        new TreeMap<>(notCarried).forEach(not::put);
        return json;
    }
}
