package dev.whetstone.engine.jinja;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// JSON as template values.
public final class Values {
    private Values() {}

    public static Value of(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Value.of(node.asText());
            case BOOLEAN -> Value.of(node.asBoolean());
            case NUMBER ->
                    node.isIntegralNumber() && node.canConvertToLong()
                            ? Value.of(node.asLong())
                            : new Value.Real(node.asDouble());
            case ARRAY -> {
                var items = new ArrayList<Value>();
                node.forEach(item -> items.add(of(item)));
                yield new Value.Items(items);
            }
            case OBJECT -> {
                var entries = new LinkedHashMap<Value, Value>();
                node.properties().forEach(e -> entries.put(Value.of(e.getKey()), of(e.getValue())));
                yield new Value.Mapping(entries);
            }
            case NULL, MISSING, BINARY, POJO -> Value.Constants.NONE;
        };
    }
}
