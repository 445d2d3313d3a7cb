package dev.whetstone.store.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Turns of a conversation as JSON, `[{"role","content"}]`.
final class Turns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Turns() {}

    static String write(List<Message> turns) {
        ArrayNode array = JSON.createArrayNode();
        for (Message turn : turns) {
            array.addObject().put("role", turn.role().wireName()).put("content", turn.content());
        }
        return array.toString();
    }

    static List<Message> read(String json) throws SQLException {
        try {
            List<Message> turns = new ArrayList<>();
            for (JsonNode turn : JSON.readTree(json)) {
                turns.add(
                        new Message(
                                Role.fromWireName(turn.path("role").asText()),
                                turn.path("content").asText()));
            }
            return turns;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SQLException("a prompt's turns cannot be read", e);
        }
    }
}
