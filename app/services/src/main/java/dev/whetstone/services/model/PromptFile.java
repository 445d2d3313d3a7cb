package dev.whetstone.services.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Prompts as a file of JSON lines holds them, `{"id"?,"prompt"}`, on the way to the sampler and
/// back.
public final class PromptFile {
    private final List<ObjectNode> rows;

    private PromptFile(List<ObjectNode> rows) {
        this.rows = List.copyOf(rows);
    }

    /// Reads a file; a prompt without an id has the number of its line.
    ///
    /// @throws ServiceException `input.json`, naming file, line and field
    public static PromptFile read(Path file) {
        List<ObjectNode> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonFiles.Line line : JsonFiles.readNumbered(file)) {
            JsonNode prompt = line.values().path("prompt");
            if (PromptTurns.of(prompt).isEmpty()) {
                throw JsonFiles.badLine(
                        file,
                        line.number(),
                        "the field \"prompt\" is missing, or neither a text nor a list of messages");
            }
            String id = line.values().path("id").asText(String.valueOf(line.number()));
            if (!ids.add(id)) {
                throw JsonFiles.badLine(
                        file, line.number(), "the field \"id\": \"" + id + "\" occurs twice");
            }
            ObjectNode row = JsonFiles.object().put("id", id);
            row.set("prompt", prompt);
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new ServiceException("input.empty", file + " holds no prompts.", "");
        }
        return new PromptFile(rows);
    }

    public int size() {
        return rows.size();
    }

    /// Letters of the longest prompt, its messages together.
    public int longest() {
        return rows.stream()
                .map(row -> row.path("prompt"))
                .mapToInt(
                        prompt ->
                                prompt.isTextual()
                                        ? prompt.asText().length()
                                        : prompt.toString().length())
                .max()
                .orElse(0);
    }

    /// Writes lines `{"id","prompt"}`.
    public void write(Path file) {
        JsonFiles.writeLines(file, rows);
    }

    /// Puts each prompt into the sampler's line of its id: `{"id","prompt","responses"}`.
    public List<ObjectNode> joined(List<JsonNode> sampled) {
        Map<String, JsonNode> prompts = new HashMap<>();
        rows.forEach(row -> prompts.put(row.path("id").asText(), row.path("prompt")));
        List<ObjectNode> joined = new ArrayList<>();
        for (JsonNode line : sampled) {
            ObjectNode row = JsonFiles.object();
            row.set("id", line.path("id"));
            row.set("prompt", prompts.get(line.path("id").asText()));
            row.set("responses", line.path("responses"));
            joined.add(row);
        }
        return joined;
    }
}
