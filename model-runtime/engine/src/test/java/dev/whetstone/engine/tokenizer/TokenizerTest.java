package dev.whetstone.engine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {
    private static final String MODEL =
            """
            "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2, " ": 3},
                      "merges": ["a b"]}""";
    @TempDir Path folder;

    @Test
    void anAddedTokenTakesTheSpaceThatItsFlagsName() throws IOException {
        var tokenizer =
                read(
                        """
                        {"added_tokens": [{"id": 9, "content": "<x>", "lstrip": true,
                          "rstrip": false, "single_word": false, "normalized": false,
                          "special": true}], %s}
                        """);
        var encoding = tokenizer.encode("ab  <x> a");
        assertThat(encoding.ids()).containsExactly(2, 9, 3, 0);
        assertThat(encoding.starts()).containsExactly(0, 2, 7, 8);
    }

    @Test
    void aSingleWordTokenIsNotFoundInsideAWord() throws IOException {
        var tokenizer =
                read(
                        """
                        {"added_tokens": [{"id": 9, "content": "b", "single_word": true,
                          "normalized": false}], %s}
                        """);
        assertThat(tokenizer.ids("ab b")).containsExactly(2, 3, 9);
    }

    @Test
    void theLongestOfTwoAddedTokensIsTaken() throws IOException {
        var tokenizer =
                read(
                        """
                        {"added_tokens": [{"id": 8, "content": "<a", "normalized": false},
                          {"id": 9, "content": "<a>", "normalized": false}], %s}
                        """);
        assertThat(tokenizer.ids("<a><a")).containsExactly(9, 8);
    }

    @Test
    void aMissingFileIsNamed() {
        assertFailure(folder.resolve("tokenizer.json"), "tokenizer.missing", "tokenizer.json");
    }

    @Test
    void brokenJsonIsNamedWithItsLine() throws IOException {
        assertFailure(write("{\n\"model\": {,}\n}"), "tokenizer.format", "line 2");
    }

    @Test
    void anUnknownPartIsRefusedByNameAndNeverGuessed() throws IOException {
        assertFailure(
                write("{\"normalizer\": {\"type\": \"Precompiled\"}, %s}".formatted(MODEL)),
                "tokenizer.unsupported",
                "normalizer.type: Precompiled");
        assertFailure(
                write("{\"model\": {\"type\": \"Quantum\"}}"),
                "tokenizer.unsupported",
                "model.type: Quantum");
    }

    @Test
    void aMergeOfTokensThatAreNotInTheVocabularyIsBroken() throws IOException {
        assertFailure(
                write("{%s}".formatted(MODEL.replace("a b", "a z"))),
                "tokenizer.format",
                "model.merges[0]");
    }

    @Test
    void aPatternThatExplodesIsStopped() throws IOException {
        var tokenizer =
                read(
                        """
                        {"pre_tokenizer": {"type": "Split", "pattern": {"Regex": "(a|a)*(b?)\\\\2\\\\1z"},
                          "behavior": "Isolated"}, %s}
                        """);
        assertThatThrownBy(() -> tokenizer.encode("a".repeat(200) + "b"))
                .asInstanceOf(type(RuntimeFailure.class))
                .extracting(RuntimeFailure::code)
                .isEqualTo("tokenizer.pattern");
    }

    @Test
    void aLongTextWithoutAnyCutIsMergedInReasonableTime() throws IOException {
        var tokenizer = read("{%s}");
        assertThat(tokenizer.ids("ab".repeat(200_000))).hasSize(200_000).containsOnly(2);
    }

    private Tokenizer read(String json) throws IOException {
        return Tokenizer.ofFile(write(json.formatted(MODEL)));
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("t.json"), json);
    }

    private static void assertFailure(Path file, String code, String inMessage) {
        assertThatThrownBy(() -> Tokenizer.ofFile(file))
                .asInstanceOf(type(RuntimeFailure.class))
                .satisfies(
                        failure -> {
                            assertThat(failure.code()).isEqualTo(code);
                            assertThat(failure).hasMessageContaining(inMessage);
                        });
    }
}
