package dev.whetstone.engine.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files with one JSON object a line.
final class JsonLines {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "input.field";
    private static final int MOST_LINES = 5_000_000;

    private JsonLines() {}

    /// A line with its place, for messages.
    record Line(Path file, int number, JsonNode value) {
        /// A field that must be there.
        JsonNode field(String name) {
            var field = value.path(name);
            if (field.isMissingNode() || field.isNull()) {
                throw wrong(name, "is missing");
            }
            return field;
        }

        String text(String name) {
            var field = field(name);
            if (!field.isValueNode()) {
                throw wrong(name, "must be a text");
            }
            return field.asText();
        }

        double probability(String name, double otherwise) {
            var field = value.path(name);
            if (field.isMissingNode() || field.isNull()) {
                return otherwise;
            }
            if (!field.isNumber() || !(field.asDouble() >= 0 && field.asDouble() <= 1)) {
                throw wrong(name, "must be a number from 0 to 1");
            }
            return field.asDouble();
        }

        /// A finite number.
        double number(String name, double otherwise) {
            var field = value.path(name);
            if (field.isMissingNode() || field.isNull()) {
                return otherwise;
            }
            if (!field.isNumber() || !Double.isFinite(field.asDouble())) {
                throw wrong(name, "must be a number");
            }
            return field.asDouble();
        }

        RuntimeFailure wrong(String name, String problem) {
            return new RuntimeFailure(
                    FIELD,
                    "%s, line %d, field %s: %s"
                            .formatted(file.getFileName(), number, name, problem),
                    "");
        }

        /// The same failure with its place in front, where it does not name it already.
        RuntimeFailure at(RuntimeFailure failure) {
            if (failure.code().equals(FIELD)) {
                return failure;
            }
            return new RuntimeFailure(
                    failure.code(),
                    "%s, line %d: %s".formatted(file.getFileName(), number, failure.getMessage()),
                    failure.advice(),
                    failure);
        }
    }

    /// All lines but blank ones.
    static List<Line> read(Path file) throws IOException {
        var lines = new ArrayList<Line>();
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            read(file, reader, lines);
        } catch (CharacterCodingException e) {
            throw new RuntimeFailure(
                    "input.encoding", file.getFileName() + " is not UTF-8", "Save it as UTF-8.", e);
        }
        if (lines.isEmpty()) {
            throw new RuntimeFailure("input.empty", file.getFileName() + " has no lines", "");
        }
        return lines;
    }

    private static void read(Path file, BufferedReader reader, List<Line> lines)
            throws IOException {
        String text;
        for (var number = 1; (text = reader.readLine()) != null; number++) {
            if (text.isBlank()) {
                continue;
            }
            if (lines.size() == MOST_LINES) {
                throw new RuntimeFailure(
                        "input.size", file.getFileName() + " has too many lines", "Split it.");
            }
            try {
                var value = JSON.readTree(text);
                if (!value.isObject()) {
                    throw broken(file, number, "is not a JSON object");
                }
                lines.add(new Line(file, number, value));
            } catch (JsonProcessingException e) {
                throw broken(file, number, e.getOriginalMessage());
            }
        }
    }

    private static RuntimeFailure broken(Path file, int number, String problem) {
        return new RuntimeFailure(
                "input.json", "%s, line %d: %s".formatted(file.getFileName(), number, problem), "");
    }
}
