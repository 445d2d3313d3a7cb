package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.align.SelfTest;

/// Records as results: names in snake case.
final class Results {
    private static final ObjectMapper SNAKE =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private Results() {}

    static ObjectNode of(Object result) {
        return SNAKE.valueToTree(result);
    }

    /// Appends to `self_tests`.
    static void add(ObjectNode json, SelfTest test) {
        json.withArray("self_tests")
                .addObject()
                .put("name", test.name())
                .put("words", test.words())
                .put("difference", test.difference())
                .put("limit", test.limit())
                .put("passed", test.passed());
    }
}
