package dev.whetstone.services.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Preference pairs as a file of JSON lines holds them, on the way to a training: TRL's
/// `{"prompt","chosen","rejected","margin"?}` with `"p"?`, and our own
/// `{"prompt","a","b","label"}`, where `label` is `a`, `b`, `tie` or p(a preferred).
public final class PairFile {
    private final List<ObjectNode> rows;

    private PairFile(List<ObjectNode> rows) {
        this.rows = List.copyOf(rows);
    }

    /// Reads a file.
    ///
    /// @throws ServiceException `input.json`, naming file, line and field; `input.empty`
    public static PairFile read(Path file) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonFiles.Line line : JsonFiles.readNumbered(file)) {
            rows.add(new Row(file, line).pair());
        }
        if (rows.isEmpty()) {
            throw new ServiceException("input.empty", file + " holds no pairs.", "");
        }
        return new PairFile(rows);
    }

    /// Writes lines `{"id","prompt","chosen","rejected","p","margin"?}`.
    public void write(Path file) {
        JsonFiles.writeLines(file, rows);
    }

    public int size() {
        return rows.size();
    }

    /// One line.
    private record Row(Path file, JsonFiles.Line line) {
        ObjectNode pair() {
            JsonNode values = line.values();
            ObjectNode pair = JsonFiles.object();
            pair.put("id", values.path("id").asText("line " + line.number()));
            JsonNode prompt = values.path("prompt");
            if (PromptTurns.of(prompt).isEmpty()) {
                throw wrong("prompt", "is missing, or neither a text nor a list of messages");
            }
            pair.set("prompt", prompt);
            if (values.has("chosen") || values.has("rejected")) {
                pair.set("chosen", response("chosen"));
                pair.set("rejected", response("rejected"));
                pair.put("p", values.has("p") ? probability("p") : 1);
                if (values.hasNonNull("margin")) {
                    pair.set("margin", margin());
                }
                return pair;
            }
            double p = label();
            boolean isFirst = p >= .5;
            pair.set("chosen", response(isFirst ? "a" : "b"));
            pair.set("rejected", response(isFirst ? "b" : "a"));
            return pair.put("p", isFirst ? p : 1 - p);
        }

        private JsonNode response(String name) {
            JsonNode response = line.values().path(name);
            boolean isText = response.isTextual() && !response.asText().isBlank();
            if (!isText && !(response.isArray() && response.size() == 1)) {
                throw wrong(name, "is missing, or neither a text nor a list with one message");
            }
            return response;
        }

        private double probability(String name) {
            JsonNode value = line.values().path(name);
            if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 1)) {
                throw wrong(name, "is no number from 0 to 1");
            }
            return value.asDouble();
        }

        private JsonNode margin() {
            JsonNode margin = line.values().path("margin");
            if (!margin.isNumber() || !Double.isFinite(margin.asDouble())) {
                throw wrong("margin", "is no number");
            }
            return margin;
        }

        private double label() {
            JsonNode label = line.values().path("label");
            if (label.isNumber()) {
                return probability("label");
            }
            return switch (label.asText("")) {
                case "a" -> 1;
                case "b" -> 0;
                case "tie" -> .5;
                default -> throw wrong("label", "is missing, or not a, b, tie or a number");
            };
        }

        private ServiceException wrong(String field, String problem) {
            return JsonFiles.badLine(file, line.number(), "the field \"" + field + "\" " + problem);
        }
    }
}
