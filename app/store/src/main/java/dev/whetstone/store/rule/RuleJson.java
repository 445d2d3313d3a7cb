package dev.whetstone.store.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Slot values and concept definitions as JSON, keys sorted.
final class RuleJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Double>> SLOTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<String>>> CONCEPTS =
            new TypeReference<>() {};
    private static final TypeReference<List<String>> ENTRIES = new TypeReference<>() {};

    private RuleJson() {}

    static String write(Map<String, ?> map) {
        return writeValue(new TreeMap<>(map));
    }

    static String write(List<String> entries) {
        return writeValue(entries);
    }

    static Map<String, Double> slots(String json) throws SQLException {
        return read(json, SLOTS);
    }

    static Map<String, List<String>> concepts(String json) throws SQLException {
        return read(json, CONCEPTS);
    }

    static List<String> entries(String json) throws SQLException {
        return read(json, ENTRIES);
    }

    private static String writeValue(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can always be written", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) throws SQLException {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("a rule cannot be read", e);
        }
    }
}
