package dev.whetstone.engine.family;

import java.util.List;
import java.util.stream.Collectors;

/// The families that are known.
final class Families {
    private static final List<Family> ALL =
            List.of(
                    new LlamaFamily(),
                    new MistralFamily(),
                    new Qwen2Family(),
                    new Qwen3Family(),
                    new Gpt2Family());

    private Families() {}

    /// The family of a config.json.
    static Family of(ConfigFields fields) {
        String type = fields.text("model_type", "");
        return ALL.stream()
                .filter(family -> family.type().equals(type))
                .findFirst()
                .orElseThrow(
                        () ->
                                fields.wrong(
                                        "model_type",
                                        "'" + type + "' is not supported (" + names() + " are)"));
    }

    /// @throws IllegalArgumentException for a type that no [DecoderConfig] has
    static Family named(String type) {
        return ALL.stream()
                .filter(family -> family.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family " + type));
    }

    private static String names() {
        return ALL.stream().map(Family::type).collect(Collectors.joining(", "));
    }
}
