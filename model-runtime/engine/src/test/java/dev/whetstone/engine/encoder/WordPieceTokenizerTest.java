package dev.whetstone.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// Recorded results of Hugging Face tokenizers 0.23.3; `-Dgolden.runtime=DIR` reads others.
class WordPieceTokenizerTest {
    private static Path folder() {
        return Path.of(System.getProperty("golden.runtime", "src/test/resources/golden/runtime"))
                .resolve("tokenizers/wordpiece");
    }

    private static WordPieceTokenizer tokenizer() throws IOException {
        try (InputStream in = Files.newInputStream(folder().resolve("tokenizer.json"))) {
            return WordPieceTokenizer.read(in);
        }
    }

    @Test
    void everyRecordedTextGetsItsIds() throws Exception {
        WordPieceTokenizer tokenizer = tokenizer();
        JsonNode cases =
                new ObjectMapper()
                        .readTree(folder().resolve("golden.json").toFile())
                        .path("encode");
        assertThat(cases.size()).isPositive();
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode node : cases) {
            List<Long> ids = node.path("ids").valueStream().map(JsonNode::longValue).toList();
            softly.assertThat(tokenizer.encode(node.path("text").textValue(), 100_000))
                    .as(node.path("text").toString())
                    .containsExactly(ids.toArray(Long[]::new));
        }
        softly.assertAll();
    }

    @Test
    void longTextsAreCutBeforeTheLastMark() throws Exception {
        long[] whole = tokenizer().encode("one two three four five six", 1000);
        long[] cut = tokenizer().encode("one two three four five six", 5);
        assertThat(cut).hasSize(5).startsWith(whole[0], whole[1], whole[2], whole[3]);
        assertThat(cut[4]).isEqualTo(whole[whole.length - 1]);
    }

    @Test
    void anotherKindOfTokenizerIsRefused() {
        InputStream json =
                new ByteArrayInputStream(
                        "{\"model\":{\"type\":\"BPE\"}}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> WordPieceTokenizer.read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.type");
    }
}
