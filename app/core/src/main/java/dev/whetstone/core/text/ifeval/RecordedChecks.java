package dev.whetstone.core.text.ifeval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.text.TextFeatures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds recorded results of the published checker against [PublishedCheck].
public final class RecordedChecks {
    private RecordedChecks() {}

    /// One result.
    ///
    /// @param name what was checked, with the start of the response
    public record Outcome(String name, boolean recorded, boolean found) {
        public boolean agrees() {
            return recorded == found;
        }
    }

    /// Every case's strict and loose result, in their order.
    ///
    /// @param file an object with `cases`, each with `kind`, `arguments`, `response`, `strict`,
    ///     `loose`
    /// @throws IllegalArgumentException for an instruction or an argument that does not exist
    public static List<Outcome> of(JsonNode file) {
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode each : file.path("cases")) {
            String kind = each.path("kind").asText();
            Optional<Instruction> instruction = Instruction.of(kind);
            if (instruction.isEmpty()) {
                throw new IllegalArgumentException("there is no instruction " + kind);
            }
            PublishedCheck check = new PublishedCheck(new Setting(instruction.get(), values(each)));
            String response = each.path("response").asText();
            String name = kind + " " + each.path("arguments") + " " + response.replace("\n", "\\n");
            outcomes.add(
                    new Outcome(
                            "strict " + name,
                            each.path("strict").asBoolean(),
                            check.strict(new TextFeatures(response))));
            outcomes.add(
                    new Outcome(
                            "loose " + name,
                            each.path("loose").asBoolean(),
                            check.loose(response)));
        }
        return outcomes;
    }

    private static Map<String, List<String>> values(JsonNode each) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        each.path("arguments")
                .properties()
                .forEach(
                        entry -> {
                            List<String> texts = new ArrayList<>();
                            if (entry.getValue().isArray()) {
                                entry.getValue().forEach(text -> texts.add(text.asText()));
                            } else {
                                texts.add(entry.getValue().asText());
                            }
                            values.put(entry.getKey(), texts);
                        });
        return values;
    }
}
