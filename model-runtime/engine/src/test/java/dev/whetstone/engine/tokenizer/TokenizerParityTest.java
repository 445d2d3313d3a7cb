package dev.whetstone.engine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.tokenizer.Tokenizer.Special;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against what Hugging Face tokenizers 0.23.3 computes (golden.json of each folder).
class TokenizerParityTest {
    static Stream<Path> folders() {
        return Golden.list("tokenizers").stream();
    }

    @Test
    void thereAreRecordedTokenizers() {
        assertThat(folders()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void encodesTheRecordedIdsAndPlaces(Path folder) throws IOException {
        var tokenizer = Tokenizer.ofFolder(folder);
        var soft = new SoftAssertions();
        for (var row : golden(folder).path("encode")) {
            var text = row.path("text").asText();
            soft.assertThat(tokenizer.encodeWithSpecial(text).ids())
                    .as("ids of %s", text)
                    .isEqualTo(Golden.ints(row.path("ids")));
            var encoding = tokenizer.encode(text);
            soft.assertThat(encoding.ids())
                    .as("ids without special of %s", text)
                    .isEqualTo(Golden.ints(row.path("ids_without_special")));
            for (var i = 0; i < encoding.length() && soft.wasSuccess(); i++) {
                var offsets = row.path("offsets_without_special").path(i);
                soft.assertThat(
                                List.of(
                                        text.codePointCount(0, encoding.starts()[i]),
                                        text.codePointCount(0, encoding.ends()[i])))
                        .as("place of token %d of %s", i, text)
                        .isEqualTo(List.of(offsets.path(0).asInt(), offsets.path(1).asInt()));
            }
        }
        soft.assertAll();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void decodesTheRecordedTexts(Path folder) throws IOException {
        var tokenizer = Tokenizer.ofFolder(folder);
        var soft = new SoftAssertions();
        var golden = golden(folder);
        for (var list : List.of(golden.path("encode"), golden.path("decode_random_ids"))) {
            for (var row : list) {
                var ids = Golden.ints(row.path("ids"));
                soft.assertThat(tokenizer.decode(ids, Special.DROP))
                        .as("decode %s", row.path("ids"))
                        .isEqualTo(row.path("decode").asText());
                soft.assertThat(tokenizer.decode(ids, Special.KEEP))
                        .as("decode with special %s", row.path("ids"))
                        .isEqualTo(row.path("decode_keep_special").asText());
            }
        }
        soft.assertAll();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void encodesPairsAsRecorded(Path folder) throws IOException {
        var tokenizer = Tokenizer.ofFolder(folder);
        for (var row : golden(folder).path("encode_pairs")) {
            var encoding = tokenizer.encodePair(row.path("a").asText(), row.path("b").asText());
            assertThat(encoding.ids()).isEqualTo(Golden.ints(row.path("ids")));
            assertThat(encoding.types()).isEqualTo(Golden.ints(row.path("type_ids")));
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void knowsTheRecordedSpecialIds(Path folder) throws IOException {
        var tokenizer = Tokenizer.ofFolder(folder);
        var golden = golden(folder);
        assertThat(tokenizer.vocabulary().tokens()).isEqualTo(golden.path("vocab_size").asInt());
        for (var entry : golden.path("special_ids").properties()) {
            var id = tokenizer.vocabulary().id(entry.getKey());
            assertThat(id).hasValue(entry.getValue().asInt());
            assertThat(tokenizer.vocabulary().isSpecial(id.getAsInt())).isTrue();
        }
        for (var entry : golden.path("added_not_special_ids").properties()) {
            var id = tokenizer.vocabulary().id(entry.getKey());
            assertThat(id).hasValue(entry.getValue().asInt());
            assertThat(tokenizer.vocabulary().isSpecial(id.getAsInt())).isFalse();
        }
    }

    private static JsonNode golden(Path folder) {
        return Golden.json(folder.resolve("golden.json").toString());
    }
}
