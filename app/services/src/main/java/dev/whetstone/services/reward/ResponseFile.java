package dev.whetstone.services.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Responses to be scored, as a file of JSON lines holds them. A prompt is a text or a list of
/// messages. Errors name file, line and field.
public final class ResponseFile {
    private static final List<String> LISTS = List.of("responses", "all_generated_responses");

    private ResponseFile() {}

    /// A line `{"prompt","response"}`.
    ///
    /// @param row as it stands in the file
    public record One(ObjectNode row, ResponseRow text) {}

    /// A line `{"prompt","responses"}` or `{"prompt","all_generated_responses"}`, each response a
    /// text or an object with a `text`.
    public record Several(ObjectNode row, String prompt, List<String> responses) {
        public Several {
            responses = List.copyOf(responses);
        }
    }

    /// @throws ServiceException `input.json`
    public static List<One> readOnes(Path file) {
        List<One> rows = new ArrayList<>();
        for (JsonFiles.Line line : JsonFiles.readNumbered(file)) {
            JsonNode response = line.values().path("response");
            if (!response.isTextual()) {
                throw bad(file, line, "the field \"response\" is missing or not a text");
            }
            rows.add(
                    new One(line.values(), new ResponseRow(prompt(file, line), response.asText())));
        }
        return rows;
    }

    /// @throws ServiceException `input.json`
    public static List<Several> readSeveral(Path file) {
        List<Several> rows = new ArrayList<>();
        for (JsonFiles.Line line : JsonFiles.readNumbered(file)) {
            String field =
                    LISTS.stream()
                            .filter(name -> line.values().has(name))
                            .findFirst()
                            .orElseThrow(
                                    () -> bad(file, line, "the field \"responses\" is missing"));
            List<String> texts = new ArrayList<>();
            for (JsonNode response : line.values().path(field)) {
                JsonNode text = response.isObject() ? response.path("text") : response;
                if (!text.isTextual()) {
                    throw bad(file, line, "\"" + field + "\" holds something that is not a text");
                }
                texts.add(text.asText());
            }
            if (texts.isEmpty()) {
                throw bad(file, line, "\"" + field + "\" holds no response");
            }
            rows.add(new Several(line.values(), prompt(file, line), texts));
        }
        return rows;
    }

    private static String prompt(Path file, JsonFiles.Line line) {
        String prompt = PromptTurns.text(line.values().path("prompt"));
        if (prompt.isEmpty()) {
            throw bad(
                    file,
                    line,
                    "the field \"prompt\" is missing, or neither a text nor a list of messages");
        }
        return prompt;
    }

    private static ServiceException bad(Path file, JsonFiles.Line line, String what) {
        return JsonFiles.badLine(file, line.number(), what);
    }
}
