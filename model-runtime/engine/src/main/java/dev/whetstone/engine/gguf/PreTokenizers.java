package dev.whetstone.engine.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Names that llama.cpp gives to pre-tokenizers of byte-level BPE. It knows patterns by name alone,
/// so that a pattern without one would be cut otherwise there.
final class PreTokenizers {
    private static final String CASED =
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|";
    private static final String REST =
            "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    private static final String GPT2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private PreTokenizers() {}

    static String name(JsonNode file) {
        var parts = new ArrayList<String>();
        collect(file.path("pre_tokenizer"), parts);
        if (parts.equals(List.of(CASED + "\\p{N}{1,3}" + REST, "bytes"))) {
            return "llama-bpe";
        }
        if (parts.equals(List.of(CASED + "\\p{N}" + REST, "bytes"))) {
            return "qwen2";
        }
        if (parts.equals(List.of("gpt2", "bytes")) || parts.equals(List.of(GPT2, "bytes"))) {
            return "gpt-2";
        }
        if (parts.equals(List.of("digits", "gpt2", "bytes"))) {
            return "smollm";
        }
        throw GgufTokenizer.refused("llama.cpp has no name for its pre-tokenizer " + parts);
    }

    private static void collect(JsonNode node, List<String> parts) {
        switch (node.path("type").asText()) {
            case "Sequence" -> node.path("pretokenizers").forEach(part -> collect(part, parts));
            case "Split" -> parts.add(node.at("/pattern/Regex").asText());
            case "Digits" ->
                    parts.add(node.path("individual_digits").asBoolean() ? "digits" : "numbers");
            case "ByteLevel" -> {
                if (node.path("add_prefix_space").asBoolean(true)) {
                    parts.add("space");
                }
                if (node.path("use_regex").asBoolean(true)) {
                    parts.add("gpt2");
                }
                parts.add("bytes");
            }
            default -> parts.add(node.path("type").asText());
        }
    }
}
