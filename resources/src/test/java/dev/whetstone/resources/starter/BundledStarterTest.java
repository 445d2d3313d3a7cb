package dev.whetstone.resources.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.resources.sample.ClaimsDesk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The starter policy that this build ships.
class BundledStarterTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir static Path folder;

    @BeforeAll
    static void copy() throws IOException {
        Starter.bundled().copyTo(folder);
    }

    @Test
    void itIsAFolderInHuggingFaceLayout() {
        for (String file :
                new String[] {
                    "config.json",
                    "generation_config.json",
                    "model.safetensors",
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "chat_template.jinja"
                }) {
            assertThat(folder.resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void itsShapeIsTheRecipes() throws IOException {
        JsonNode settings = JSON.readTree(Starter.bundled().recipe()).path("settings");
        JsonNode config = JSON.readTree(folder.resolve("config.json").toFile());
        assertThat(config.path("model_type").asText()).isEqualTo("llama");
        assertThat(config.path("hidden_size")).isEqualTo(settings.path("hidden"));
        assertThat(config.path("num_hidden_layers")).isEqualTo(settings.path("layers"));
        assertThat(config.path("vocab_size")).isEqualTo(settings.path("vocabulary"));
    }

    @Test
    void itHasThreeToSixMillionParametersInLessThanTenMegabytes() throws IOException {
        Path weights = folder.resolve("model.safetensors");
        assertThat(Files.size(weights)).isLessThan(10_000_000);
        byte[] bytes = Files.readAllBytes(weights);
        int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        JsonNode header = JSON.readTree(new String(bytes, 8, length, StandardCharsets.UTF_8));
        long parameters = 0;
        for (var entry : header.properties()) {
            long size = entry.getKey().equals("__metadata__") ? 0 : 1;
            for (JsonNode extent : entry.getValue().path("shape")) {
                size *= extent.asLong();
            }
            parameters += size;
        }
        assertThat(parameters).isBetween(3_000_000L, 6_000_000L);
    }

    @Test
    void itSpeaksTheWorldsChatTemplate() {
        assertThat(folder.resolve("chat_template.jinja")).hasContent(ClaimsDesk.chatTemplate());
    }
}
