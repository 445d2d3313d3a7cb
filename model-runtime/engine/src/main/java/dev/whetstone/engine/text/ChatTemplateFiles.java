package dev.whetstone.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.jinja.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds a model folder's chat template and special tokens.
final class ChatTemplateFiles {
    private static final long LARGEST = 20L << 20;
    private static final List<String> SPECIAL =
            List.of(
                    "bos_token",
                    "eos_token",
                    "pad_token",
                    "unk_token",
                    "sep_token",
                    "cls_token",
                    "mask_token");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChatTemplateFiles() {}

    /// `chat_template.jinja`, or else `chat_template` of tokenizer_config.json; of several the one
    /// named `default`.
    static Optional<String> source(Path folder) throws IOException {
        var file = folder.resolve("chat_template.jinja");
        if (Files.isRegularFile(file)) {
            return Optional.of(read(file));
        }
        var template = config(folder, "tokenizer_config.json").path("chat_template");
        if (template.isTextual()) {
            return Optional.of(template.asText());
        }
        for (var named : template) {
            if (named.path("name").asText().equals("default")) {
                return Optional.of(named.path("template").asText());
            }
        }
        return Optional.empty();
    }

    /// By name, e.g. `bos_token`; a token is written as a text or as `{"content": text}`.
    static Map<String, String> specialTokens(Path folder) throws IOException {
        var tokens = new HashMap<String, String>();
        for (var file : List.of("special_tokens_map.json", "tokenizer_config.json")) {
            var config = config(folder, file);
            for (var name : SPECIAL) {
                var token = config.path(name);
                var text = token.isObject() ? token.path("content") : token;
                if (text.isTextual()) {
                    tokens.put(name, text.asText());
                }
            }
        }
        return tokens;
    }

    static Optional<ChatTemplate> template(Path folder, Supplier<LocalDateTime> now)
            throws IOException {
        var source = source(folder);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ChatTemplate(Template.parse(source.get()), specialTokens(folder), now));
    }

    private static JsonNode config(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(read(file));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new RuntimeFailure("tokenizer.format", name + ": " + e.getOriginalMessage(), "");
        }
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new RuntimeFailure("tokenizer.format", file + " is larger than 20 MB", "");
        }
        return Files.readString(file);
    }
}
