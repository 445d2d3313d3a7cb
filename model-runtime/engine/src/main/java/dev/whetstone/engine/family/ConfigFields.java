package dev.whetstone.engine.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RuntimeFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Fields of a config.json. A field of a wrong type or range is an error by its name; one that is
/// absent or null has its usual value.
final class ConfigFields {
    private static final int LARGEST_SIZE = 1 << 24;
    private static final int MOST_LAYERS = 1024;

    private final Path file;
    private final JsonNode root;
    private final SpecialIds ids;

    ConfigFields(Path file, JsonNode root, SpecialIds ids) {
        this.file = file;
        this.root = root;
        this.ids = ids;
    }

    SpecialIds ids() {
        return ids;
    }

    /// The fields of an object within, empty where it is absent.
    ConfigFields inner(String field) {
        return new ConfigFields(file, root.path(field), ids);
    }

    boolean has(String field) {
        return root.hasNonNull(field);
    }

    boolean isNull(String field) {
        return root.path(field).isNull();
    }

    boolean isObject(String field) {
        return root.path(field).isObject();
    }

    /// A whole number of 1 or more that must be there.
    int size(String field) {
        JsonNode node = root.path(field);
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > LARGEST_SIZE) {
            throw wrong(field, "holds '" + node + "', expected a whole number of 1 or more");
        }
        return node.intValue();
    }

    int size(String field, int usual) {
        return has(field) ? size(field) : usual;
    }

    int layers(String field) {
        int layers = size(field);
        if (layers > MOST_LAYERS) {
            throw wrong(field, layers + " layers, more than " + MOST_LAYERS);
        }
        return layers;
    }

    /// A whole number of 0 or more.
    int count(String field, int usual) {
        JsonNode node = root.path(field);
        if (!has(field)) {
            return usual;
        }
        if (!node.isInt() || node.intValue() < 0) {
            throw wrong(field, "holds '" + node + "', expected a whole number of 0 or more");
        }
        return node.intValue();
    }

    /// A finite number above 0 that must be there.
    double number(String field) {
        JsonNode node = root.path(field);
        double value = node.doubleValue();
        if (!node.isNumber() || !(value > 0) || !Double.isFinite(value)) {
            throw wrong(field, "holds '" + node + "', expected a positive number");
        }
        return value;
    }

    double number(String field, double usual) {
        return has(field) ? number(field) : usual;
    }

    /// Finite numbers above 0.
    List<Double> numbers(String field) {
        List<Double> result = new ArrayList<>();
        for (JsonNode node : list(field)) {
            if (!node.isNumber() || !(node.doubleValue() > 0)) {
                throw wrong(field, "holds '" + node + "', expected positive numbers");
            }
            result.add(node.doubleValue());
        }
        return result;
    }

    /// False where it is absent.
    boolean flag(String field) {
        return flag(field, "false");
    }

    /// @param usual `true` or `false`
    boolean flag(String field, String usual) {
        JsonNode node = root.path(field);
        if (!has(field)) {
            return usual.equals("true");
        }
        if (!node.isBoolean()) {
            throw wrong(field, "holds '" + node + "', expected true or false");
        }
        return node.booleanValue();
    }

    String text(String field, String usual) {
        JsonNode node = root.path(field);
        if (!has(field)) {
            return usual;
        }
        if (!node.isTextual()) {
            throw wrong(field, "holds '" + node + "', expected a text");
        }
        return node.textValue();
    }

    /// Empty where it is absent.
    List<String> texts(String field) {
        List<String> result = new ArrayList<>();
        if (has(field)) {
            list(field).forEach(node -> result.add(node.asText()));
        }
        return result;
    }

    /// Number of members of an object; 0 where it is absent.
    int members(String field) {
        return root.path(field).size();
    }

    RuntimeFailure wrong(String field, String message) {
        return new RuntimeFailure("model.config", file + ": " + field + ": " + message, "");
    }

    private JsonNode list(String field) {
        JsonNode node = root.path(field);
        if (!node.isArray()) {
            throw wrong(field, "holds '" + node + "', expected a list");
        }
        return node;
    }
}
