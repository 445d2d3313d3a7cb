package dev.whetstone.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Reads pairs as `whetstone vote` does: an object with `prompt` (a text or a list of
/// messages), `a` and `b`, and if wanted `id` and `source`.
final class PairReader {
    private final ObjectMapper mapper =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /// @param id empty where the row has none
    record Read(String id, PairText pair) {}

    /// @throws BadPairException with what is wrong, without the place
    Read read(String json) throws BadPairException {
        JsonNode parsed;
        try {
            parsed = mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new BadPairException(e.getOriginalMessage());
        }
        if (!(parsed instanceof ObjectNode row)) {
            throw new BadPairException("not a JSON object");
        }
        for (String field : List.of("prompt", "a", "b")) {
            if (!row.hasNonNull(field)) {
                throw new BadPairException("the field \"" + field + "\" is missing");
            }
        }
        return new Read(
                row.path("id").asText(""),
                new PairText(
                        prompt(row.path("prompt")),
                        row.path("a").asText(),
                        row.path("b").asText(),
                        row.path("source").asText("")));
    }

    private static String prompt(JsonNode prompt) throws BadPairException {
        if (prompt.isTextual() && !prompt.asText().isBlank()) {
            return prompt.asText();
        }
        List<Message> turns = new ArrayList<>();
        for (JsonNode turn : prompt) {
            if (!turn.path("role").isTextual() || !turn.path("content").isTextual()) {
                turns.clear();
                break;
            }
            turns.add(
                    new Message(
                            Role.fromWireName(turn.path("role").asText()),
                            turn.path("content").asText()));
        }
        if (turns.isEmpty()) {
            throw new BadPairException("\"prompt\" is neither a text nor a list of messages");
        }
        return new Prompt(new UUID(0, 0), turns, "").text();
    }
}
