package dev.whetstone.core.text.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.text.TextFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexicalDiversityTest {
    private static LexicalDiversity diversity(String text) {
        return LexicalDiversity.of(new TextFeatures(text));
    }

    @Test
    void formsOfOneWordAreOneType() {
        LexicalDiversity found = diversity("He walks; she walked, they are walking.");
        assertThat(found.tokens()).isEqualTo(7);
        assertThat(found.types()).isEqualTo(5);
        assertThat(found.ttr()).isCloseTo(5 / 7.0, within(1e-12));
        assertThat(found.rootTtr()).isCloseTo(5 / Math.sqrt(7), within(1e-12));
        assertThat(found.logTtr()).isCloseTo(Math.log(5) / Math.log(7), within(1e-12));
    }

    /// Ten tokens of one type: a tenth of a token's types, so (1 - .1) / .28 factors.
    @Test
    void oneWordAgainAndAgainIsSoonUsedUp() {
        assertThat(diversity("the the the the the the the the the the").mtld())
                .isCloseTo(10 / (.9 / .28), within(1e-9));
    }

    @Test
    void wordsWithoutRepetitionNeverAre() {
        assertThat(diversity("one two three").mtld()).isZero();
    }

    @Test
    void withoutWordsItIsUndefined() {
        assertThat(diversity(" .\n").ttr()).isNaN();
        assertThat(diversity("").mtld()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "was, be",
        "children, child",
        "policies, policy",
        "boxes, box",
        "planned, plan",
        "changed, change",
        "added, add",
        "dying, die",
        "happier, happy",
        "largest, large",
        "meeting, meeting",
        "this, this",
        "news, news",
        "wug, wug",
        "partys, partys",
        "an, a"
    })
    void lemmas(String word, String lemma) {
        assertThat(Lemmas.english().of(word)).isEqualTo(lemma);
    }
}
