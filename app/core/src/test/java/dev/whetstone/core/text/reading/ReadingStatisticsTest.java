package dev.whetstone.core.text.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.text.TextFeatures;
import org.junit.jupiter.api.Test;

class ReadingStatisticsTest {
    private static double ease(String text) {
        return ReadingStatistics.of(new TextFeatures(text)).ease();
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
    void aLineOfCodeIsOneWord() {
        String code = "items=[\"a\",\"e\",\"i\",\"o\",\"u\"]";
        assertThat(ReadingStatistics.of(new TextFeatures(code)).words()).isEqualTo(1);
    }

    @Test
    void withoutWordsThereIsNothingToRead() {
        assertThat(ease("")).isZero();
        assertThat(ease("?!...")).isZero();
    }

    /// "every" has three syllables in the dictionary and one place for a hyphen.
    @Test
    void syllablesComeFromTheDictionaryOrFromHyphens() {
        String text = "Every doctor helps.";
        assertThat(ReadingStatistics.measure(text, SyllableCount.DICTIONARY).syllables())
                .isEqualTo(3 + 2 + 1);
        assertThat(ReadingStatistics.measure(text, SyllableCount.HYPHENATION).syllables())
                .isEqualTo(2 + 2 + 1);
    }

    @Test
    void aWordThatTheDictionaryLacksIsHyphenated() {
        assertThat(Pronunciations.english().knows("paracetamol")).isFalse();
        assertThat(ReadingStatistics.of(new TextFeatures("paracetamol")).syllables())
                .isEqualTo(Hyphenation.american().count("paracetamol") + 1);
    }

    @Test
    void hyphensKeepTwoLettersAtEitherEnd() {
        assertThat(Hyphenation.american().count("hyphenation")).isEqualTo(2);
        assertThat(Hyphenation.american().count("ab")).isZero();
        assertThat(Hyphenation.american().count("")).isZero();
    }

    @Test
    void lettersAndCharactersAreCodePoints() {
        ReadingStatistics found = ReadingStatistics.of(new TextFeatures("a\u00e9 😀 _1!"));
        assertThat(found.characters()).isEqualTo(6);
        assertThat(found.letters()).isEqualTo(4);
    }
}
