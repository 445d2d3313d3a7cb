package dev.whetstone.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.text.tone.Readability;
import org.junit.jupiter.api.Test;

class ReadingEaseTest {
    private static double ease(String text) {
        return Readability.ease(new TextFeatures(text));
    }

    /// Six words, one sentence, six syllables; what textstat says too (116.15).
    @Test
    void shortWordsInShortSentencesAreEasy() {
        assertThat(ease("The cat sat on the mat."))
                .isCloseTo(206.835 - 1.015 * 6 - 84.6, within(1e-9));
    }

    @Test
    void sentencesOfTwoWordsAreNotCounted() {
        assertThat(ease("The cat sat on the mat. Well done!"))
                .isCloseTo(206.835 - 1.015 * 8 - 84.6, within(1e-9));
        assertThat(ease("Yes.")).isCloseTo(206.835 - 1.015 - 84.6, within(1e-9));
    }

    @Test
    void aPointWithinAWordMayEndASentenceAndNotTheWord() {
        assertThat(ease("ab cd ef gh.ij kl mn op")).isGreaterThan(ease("ab cd ef ghij kl mn op"));
    }

    @Test
    void aLineOfCodeIsOneHardWord() {
        assertThat(ease("items=[\"a\",\"e\",\"i\",\"o\",\"u\"]")).isLessThan(-200);
    }

    @Test
    void withoutWordsThereIsNothingToRead() {
        assertThat(ease("")).isZero();
        assertThat(ease("?!...")).isZero();
    }
}
