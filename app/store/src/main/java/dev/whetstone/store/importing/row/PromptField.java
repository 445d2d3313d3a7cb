package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.store.importing.input.Reason;
import java.util.ArrayList;
import java.util.List;

/// Prompts and dialogues as files write them: a text, a text with HH-RLHF's markers, a list of
/// messages, or such a list as JSON inside a text.
final class PromptField {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PromptField() {}

    /// A prompt that must be there and not blank.
    static List<Message> read(Fields fields, String name) throws RowRejected {
        JsonNode node = decoded(fields.required(name));
        if (node.isArray()) {
            return messages(node, name);
        }
        String text = Fields.text(node, name);
        List<Message> turns =
                HhDialogue.isDialogue(text)
                        ? HhDialogue.turns(text)
                        : List.of(new Message(Role.USER, text));
        return notBlank(turns, name);
    }

    /// A list of messages, `[{"role","content"}]`, also `[{"from","value"}]`.
    static List<Message> messages(JsonNode list, String name) throws RowRejected {
        List<Message> turns = new ArrayList<>();
        for (JsonNode item : list) {
            JsonNode role = item.has("role") ? item.path("role") : item.path("from");
            JsonNode content = item.has("content") ? item.path("content") : item.path("value");
            if (!role.isTextual() || !content.isTextual()) {
                throw new RowRejected(Reason.TYPE, name);
            }
            try {
                turns.add(
                        new Message(
                                Role.fromWireName(role.textValue()),
                                Fields.wellFormed(content.textValue(), name)));
            } catch (IllegalArgumentException e) {
                throw new RowRejected(Reason.VALUE, name);
            }
        }
        return notBlank(turns, name);
    }

    /// The list that a text holds as JSON, or the node as it is.
    static JsonNode decoded(JsonNode node) {
        if (!node.isTextual() || !node.textValue().startsWith("[{")) {
            return node;
        }
        try {
            JsonNode inner = JSON.readTree(node.textValue());
            boolean messages = inner.isArray() && inner.path(0).has("role");
            return messages ? inner : node;
        } catch (JsonProcessingException e) {
            // A text that only looks like JSON is a text.
            return node;
        }
    }

    private static List<Message> notBlank(List<Message> turns, String name) throws RowRejected {
        if (turns.stream().allMatch(turn -> turn.content().isBlank())) {
            throw new RowRejected(Reason.EMPTY, name);
        }
        return turns;
    }
}
