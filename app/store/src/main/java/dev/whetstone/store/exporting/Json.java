package dev.whetstone.store.exporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.store.importing.row.HhDialogue;
import java.util.List;

/// Pieces of JSON that several formats share.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode messages(List<Message> turns) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Message turn : turns) {
            array.addObject().put("content", turn.content()).put("role", turn.role().wireName());
        }
        return array;
    }

    /// The prompt and an answer as one dialogue.
    static ArrayNode dialogue(List<Message> turns, String answer) {
        ArrayNode array = messages(turns);
        array.addObject().put("content", answer).put("role", Role.ASSISTANT.wireName());
        return array;
    }

    /// A text for a single user turn that reads back as itself; messages otherwise.
    static JsonNode prompt(List<Message> turns) {
        return isPlain(turns)
                ? JsonNodeFactory.instance.textNode(turns.getFirst().content())
                : messages(turns);
    }

    static boolean isPlain(List<Message> turns) {
        Message first = turns.getFirst();
        return turns.size() == 1
                && first.role() == Role.USER
                && !HhDialogue.isDialogue(first.content())
                && !first.content().startsWith("[{");
    }

    /// Lineage as JSON when it is JSON, else as a text.
    static void putLineage(ObjectNode row, String lineage) {
        if (lineage.isEmpty()) {
            return;
        }
        try {
            row.set("lineage", MAPPER.readTree(lineage));
        } catch (JsonProcessingException e) {
            row.put("lineage", lineage);
        }
    }
}
