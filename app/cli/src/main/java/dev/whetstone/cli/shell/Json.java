package dev.whetstone.cli.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.reward.Estimate;
import java.io.UncheckedIOException;

/// JSON as the command line prints it: one line, and null for a number that was not measured.
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static String line(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a number, or null when it is NaN or infinite.
    public static ObjectNode number(ObjectNode node, String name, double value) {
        return Double.isFinite(value) ? node.put(name, value) : node.putNull(name);
    }

    /// Puts `{"value","low","high"}`, or null when it was not measured.
    public static ObjectNode estimate(ObjectNode node, String name, Estimate estimate) {
        if (Double.isNaN(estimate.value())) {
            return node.putNull(name);
        }
        ObjectNode inner = node.putObject(name);
        number(inner, "value", estimate.value());
        number(inner, "low", estimate.low());
        number(inner, "high", estimate.high());
        return node;
    }
}
