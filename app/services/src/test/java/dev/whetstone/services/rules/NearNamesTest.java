package dev.whetstone.services.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
    @Test
    void aMisspeltNameFindsItsNeighbourAndABegunOneItsEnd() {
        assertThat(NearNames.of("@next_step", List.of("@next_steps", "@empathy", "@contact")))
                .containsExactly("@next_steps");
        assertThat(NearNames.of("conta", List.of("contains", "words", "count")))
                .containsExactly("count", "contains");
    }

    @Test
    void whatIsExpectedInWordsIsNoReplacement() {
        assertThat(NearNames.of("conta", List.of("a function", "a number", "not", ")"))).isEmpty();
    }
}
