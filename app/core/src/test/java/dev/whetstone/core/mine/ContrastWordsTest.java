package dev.whetstone.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContrastWordsTest {
    @Test
    void countsWordsAndNeighboursOfOneSideOnly() {
        Map<String, Evidence> words =
                ContrastWords.of(
                        List.of(
                                new Contrast("We are Sorry. Please call.", "We pay.", 0),
                                new Contrast("Sorry, we pay.", "We're late.", 1),
                                new Contrast("We pay now", "I am sorry", 2)),
                        3);

        assertThat(words)
                .containsOnly(
                        Map.entry("sorry", new Evidence(2, 1)),
                        Map.entry("pay", new Evidence(2, 1)),
                        Map.entry("we pay", new Evidence(2, 1)));
    }
}
