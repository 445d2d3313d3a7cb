package dev.whetstone.engine.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Fields of a classifier's `config.json`; every fault names file and field.
final class ConfigFile {
    private static final long LARGEST = 4 << 20;
    private static final int LARGEST_SIZE = 1 << 20;

    private final Path file;
    private final JsonNode root;

    private ConfigFile(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /// @throws RuntimeFailure `model.config`
    static ConfigFile read(Path folder) throws IOException {
        Path file = folder.resolve("config.json");
        if (!Files.isRegularFile(file)) {
            throw new RuntimeFailure(
                    "model.config",
                    folder + ": no config.json",
                    "name a folder in Hugging Face layout");
        }
        if (Files.size(file) > LARGEST) {
            throw new RuntimeFailure("model.config", file + " is larger than 4 MiB", "");
        }
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            if (!root.isObject()) {
                throw new RuntimeFailure("model.config", file + ": not a JSON object", "");
            }
            return new ConfigFile(file, root);
        } catch (JsonProcessingException e) {
            throw new RuntimeFailure("model.config", file + ": " + e.getOriginalMessage(), "", e);
        }
    }

    JsonNode node(String field) {
        return root.path(field);
    }

    String text(String field, String usual) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        if (!node.isTextual()) {
            throw wrong(field, "holds " + node + ", expected a text");
        }
        return node.textValue();
    }

    /// A whole number from 1 to a million that must be there.
    int size(String field) {
        JsonNode node = root.path(field);
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > LARGEST_SIZE) {
            throw wrong(field, "holds " + node + ", expected a whole number from 1 to 1048576");
        }
        return node.intValue();
    }

    int size(String field, int usual) {
        return root.hasNonNull(field) ? size(field) : usual;
    }

    /// A whole number of 0 or more.
    int count(String field, int usual) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        if (!node.isInt() || node.intValue() < 0 || node.intValue() > LARGEST_SIZE) {
            throw wrong(field, "holds " + node + ", expected a whole number of 0 or more");
        }
        return node.intValue();
    }

    double positive(String field, double usual) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        if (!node.isNumber() || !(node.doubleValue() > 0) || node.doubleValue() > 1) {
            throw wrong(field, "holds " + node + ", expected a number above 0, at most 1");
        }
        return node.doubleValue();
    }

    RuntimeFailure wrong(String field, String message) {
        return new RuntimeFailure("model.config", file + ": " + field + " " + message, "");
    }
}
