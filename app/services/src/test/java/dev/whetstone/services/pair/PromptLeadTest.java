package dev.whetstone.services.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptLeadTest {
    @Test
    void aSalutationIsPassedOverAndLinesAreJoined() {
        assertThat(PromptLead.of("To the claims desk:\n\nA pipe burst.\nWhat now?", 80))
                .isEqualTo("A pipe burst. What now?");
        assertThat(PromptLead.of("Hello,\nmy roof leaks", 80)).isEqualTo("my roof leaks");
    }

    @Test
    void aSalutationAloneStays() {
        assertThat(PromptLead.of("To the claims desk:", 80)).isEqualTo("To the claims desk:");
    }

    @Test
    void longTextsEndInAnEllipsisWithinTheLimit() {
        assertThat(PromptLead.of("one two three four", 9)).isEqualTo("one two…");
        assertThat(PromptLead.of("", 9)).isEmpty();
    }
}
