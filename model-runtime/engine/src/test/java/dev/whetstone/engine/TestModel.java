package dev.whetstone.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The recorded tiny Llama as a whole model folder: weights, tokenizer, and where asked for a chat
/// template of our own.
public final class TestModel {
    /// Ends each turn with the model's end token and a line break, which belongs to the template.
    public static final String CHAT =
            """
            {{ bos_token }}{% for m in messages %}<|im_start|>{{ m.role }}
            {{ m.content }}<|im_end|>
            {% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
            {% endif %}""";

    private TestModel() {}

    public static Path plain(Path folder) throws IOException {
        var golden = Golden.folder();
        Files.createDirectories(folder);
        try (var files = Files.list(golden.resolve("checkpoints/llama"))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        if (!Files.exists(folder.resolve("tokenizer.json"))) {
            Files.copy(
                    golden.resolve("tokenizers/bytelevel/tokenizer.json"),
                    folder.resolve("tokenizer.json"));
        }
        Files.deleteIfExists(folder.resolve("chat_template.jinja"));
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                """
                {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": "<|begin|>",
                 "eos_token": {"content": "<|im_end|>"}, "pad_token": "<|pad|>"}
                """);
        return folder;
    }

    public static Path chat(Path folder) throws IOException {
        plain(folder);
        Files.writeString(folder.resolve("chat_template.jinja"), CHAT);
        return folder;
    }
}
