package dev.whetstone.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseCountsTest {
    @Test
    void countsTextsAndLeavesOutSmallWordsAtTheEdges() {
        List<PhraseCounts.Phrase> found =
                PhraseCounts.of(
                        List.of(
                                new TextFeatures("The terms and conditions apply. Terms apply."),
                                new TextFeatures("See the terms and conditions, please.")),
                        10);
        assertThat(found)
                .extracting(PhraseCounts.Phrase::words)
                .containsExactly("conditions", "terms", "terms and conditions");
        assertThat(found).extracting(PhraseCounts.Phrase::texts).containsOnly(2);
        assertThat(found.getFirst().example()).contains("terms and conditions");
    }
}
