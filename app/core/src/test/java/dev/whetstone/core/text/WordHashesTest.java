package dev.whetstone.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordHashesTest {
    @Test
    void findsItsWordsAndNoOthers() {
        List<String> words = IntStream.range(0, 500).mapToObj(i -> "word" + i).toList();
        WordHashes hashes = WordHashes.of(words);

        for (int i = 0; i < words.size(); i++) {
            assertThat(hashes.indexOf(Words.hashOf(words.get(i)))).isEqualTo(i);
        }
        assertThat(IntStream.range(500, 2_000).mapToObj(i -> "word" + i))
                .noneMatch(word -> hashes.contains(Words.hashOf(word)));
    }

    @Test
    void aPossessiveIsItsWord() {
        assertThat(WordHashes.of(List.of("day")).contains(Words.hashOf("Day's"))).isTrue();
    }
}
