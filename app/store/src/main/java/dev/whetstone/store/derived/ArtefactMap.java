package dev.whetstone.store.derived;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.store.content.ContentHash;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Artefacts by role as a JSON object.
final class ArtefactMap {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ArtefactMap() {}

    static String write(Map<String, ContentHash> artefacts) {
        ObjectNode node = JSON.createObjectNode();
        new TreeMap<>(artefacts).forEach((role, hash) -> node.put(role, hash.hex()));
        return node.toString();
    }

    static Map<String, ContentHash> read(String json) throws SQLException {
        try {
            Map<String, ContentHash> artefacts = new HashMap<>();
            JSON.readTree(json)
                    .properties()
                    .forEach(
                            entry ->
                                    artefacts.put(
                                            entry.getKey(),
                                            new ContentHash(entry.getValue().asText())));
            return artefacts;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SQLException("an iteration's artefacts cannot be read", e);
        }
    }
}
