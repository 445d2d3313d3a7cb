package dev.whetstone.services.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A prompt as JSON rows hold it: a text, or a list of messages.
public final class PromptTurns {
    private PromptTurns() {}

    /// The dialogue as rules and rewards read it; empty when [#of] is.
    public static String text(JsonNode prompt) {
        List<Message> turns = of(prompt);
        return turns.isEmpty() ? "" : new Prompt(new UUID(0, 0), turns, "").text();
    }

    /// Its turns; empty when it is neither, or blank.
    public static List<Message> of(JsonNode prompt) {
        if (prompt.isTextual() && !prompt.asText().isBlank()) {
            return List.of(new Message(Role.USER, prompt.asText()));
        }
        List<Message> turns = new ArrayList<>();
        for (JsonNode turn : prompt) {
            if (!turn.path("role").isTextual() || !turn.path("content").isTextual()) {
                return List.of();
            }
            turns.add(
                    new Message(
                            Role.fromWireName(turn.path("role").asText()),
                            turn.path("content").asText()));
        }
        return turns;
    }
}
