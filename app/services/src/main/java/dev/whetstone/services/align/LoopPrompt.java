package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Role;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import dev.whetstone.store.content.ContentIds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A prompt of the loop.
///
/// @param id of its content, or as its file says
public record LoopPrompt(String id, List<Message> turns) {
    public LoopPrompt {
        turns = List.copyOf(turns);
    }

    public static LoopPrompt of(Prompt prompt) {
        return new LoopPrompt(prompt.id().toString(), prompt.turns());
    }

    /// As rules read it.
    public Prompt prompt() {
        return new Prompt(ContentIds.prompt(turns, ""), turns, "");
    }

    public String text() {
        return prompt().text();
    }

    /// A string for a single user turn, a list of messages otherwise.
    JsonNode json() {
        if (turns.size() == 1 && turns.getFirst().role() == Role.USER) {
            return JsonFiles.mapper().getNodeFactory().textNode(turns.getFirst().content());
        }
        ArrayNode array = JsonFiles.array();
        for (Message turn : turns) {
            array.addObject().put("role", turn.role().wireName()).put("content", turn.content());
        }
        return array;
    }

    ObjectNode row() {
        ObjectNode row = JsonFiles.object().put("id", id);
        row.set("prompt", json());
        return row;
    }

    /// Reads lines `{"id"?, "prompt": string | [{role, content}]}`; a prompt that comes twice
    /// counts once.
    public static List<LoopPrompt> read(Path file) {
        Map<String, LoopPrompt> prompts = new LinkedHashMap<>();
        for (JsonFiles.Line line : JsonFiles.readNumbered(file)) {
            ObjectNode row = line.values();
            List<Message> turns = PromptTurns.of(row.path("prompt"));
            if (turns.isEmpty()) {
                throw JsonFiles.badLine(
                        file, line.number(), "\"prompt\" is neither a text nor a list of messages");
            }
            String content = ContentIds.prompt(turns, "").toString();
            prompts.putIfAbsent(content, new LoopPrompt(row.path("id").asText(content), turns));
        }
        return List.copyOf(prompts.values());
    }
}
