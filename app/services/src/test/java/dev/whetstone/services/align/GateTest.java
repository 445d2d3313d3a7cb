package dev.whetstone.services.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.services.reward.Score;
import dev.whetstone.services.text.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
    private static Pairing settings(PairChoice pairs) {
        return settings(pairs, 9);
    }

    private static Pairing settings(PairChoice pairs, double lengthRatio) {
        return new Pairing(pairs, .05, .8, lengthRatio, Pairing.CutOff.LEAVE_OUT);
    }

    /// Texts with scores; a text that ends in "..." was cut off.
    private static Sampled sampled(Object... textsAndScores) {
        List<Sampled.Text> texts = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < textsAndScores.length; i += 2) {
            String text = (String) textsAndScores[i];
            texts.add(new Sampled.Text(text, !text.endsWith("...")));
            scores.add(new Score((Double) textsAndScores[i + 1], 0));
        }
        return new Sampled(
                new LoopPrompt("p", List.of(new Message(Role.USER, "?"))), texts, scores);
    }

    private static Map<String, Integer> dropped(Sampled sampled) {
        Gate gate = new Gate(settings(PairChoice.BEST_WORST), 1);
        assertThat(gate.pairs(List.of(sampled))).isEmpty();
        return gate.dropped();
    }

    @Test
    void takesTheBestAgainstTheWorst() {
        Gate gate = new Gate(settings(PairChoice.BEST_WORST), 1);
        assertThat(gate.pairs(List.of(sampled("one two", .1, "three", 2.1, "four five six", -1.0))))
                .singleElement()
                .satisfies(
                        pair -> {
                            assertThat(pair.chosenText()).isEqualTo("three");
                            assertThat(pair.rejectedText()).isEqualTo("four five six");
                            assertThat(pair.p()).isEqualTo(1 / (1 + Math.exp(-3.1)));
                        });
    }

    @Test
    void theTwoOfAPairAreOfLikeLength() {
        Gate gate = new Gate(settings(PairChoice.BEST_WORST, 1.3), 1);
        Sampled sampled =
                sampled(
                        "short",
                        9.0,
                        "a reply of middle length",
                        2.0,
                        "a reply of middling size",
                        1.0,
                        "a reply that goes on and on and on and on and on",
                        -9.0);
        assertThat(gate.pairs(List.of(sampled)))
                .singleElement()
                .satisfies(
                        pair -> {
                            assertThat(pair.chosenText()).isEqualTo("a reply of middle length");
                            assertThat(pair.rejectedText()).isEqualTo("a reply of middling size");
                        });
    }

    @Test
    void promptsWithoutTwoRepliesOfLikeLengthAreCounted() {
        Gate gate = new Gate(settings(PairChoice.BEST_WORST, 1.3), 1);
        assertThat(gate.pairs(List.of(sampled("short", 9.0, "a much longer reply", 1.0))))
                .isEmpty();
        assertThat(gate.dropped()).containsEntry("length", 1);
    }

    @Test
    void bestRandomNeverTakesTheBestAsRejected() {
        Gate gate = new Gate(settings(PairChoice.BEST_RANDOM), 5);
        List<Sampled> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(sampled("a", 3.0, "b", 1.0, "c", 0.0));
        }
        assertThat(gate.pairs(many))
                .hasSize(40)
                .allSatisfy(pair -> assertThat(pair.chosenText()).isEqualTo("a"))
                .extracting(Gate.Pair::rejectedText)
                .contains("b", "c")
                .doesNotContain("a");
    }

    @Test
    void countsEveryReason() {
        assertThat(dropped(sampled("same", 1.0, "same", 1.0))).containsEntry("identical", 1);
        assertThat(dropped(sampled("a b c d e f", 1.0, "a b c d e g", 0.0)))
                .containsEntry("near-identical", 1);
        assertThat(dropped(sampled("a b...", 1.0, "c d", 0.0))).containsEntry("truncated", 1);
        assertThat(dropped(sampled("a b", 1.0, "c d", 1.0))).containsEntry("tied", 1);
        assertThat(dropped(sampled("a b", 1.0, "c d", .9))).containsEntry("too-close", 1);
    }

    @Test
    void truncatedRepliesTakePartWhereTheyAreKept() {
        Pairing keep = new Pairing(PairChoice.BEST_WORST, .05, .8, 9, Pairing.CutOff.KEEP);
        List<Gate.Pair> pairs =
                new Gate(keep, 1).pairs(List.of(sampled("a b...", 1.0, "c d...", 0.0)));

        assertThat(pairs)
                .singleElement()
                .satisfies(
                        pair -> {
                            assertThat(pair.chosenText()).isEqualTo("a b...");
                            assertThat(pair.rejectedText()).isEqualTo("c d...");
                        });
    }

    @Test
    void aTruncatedReplyIsNeverChosenNorRejected() {
        Gate gate = new Gate(settings(PairChoice.BEST_WORST), 1);
        assertThat(
                        gate.pairs(
                                List.of(
                                        sampled(
                                                "best but...",
                                                9.0,
                                                "good",
                                                2.0,
                                                "bad",
                                                0.0,
                                                "worst but...",
                                                -9.0))))
                .singleElement()
                .satisfies(
                        pair -> {
                            assertThat(pair.chosenText()).isEqualTo("good");
                            assertThat(pair.rejectedText()).isEqualTo("bad");
                        });
    }

    @Test
    void similarityCountsWholeWordEdits() {
        assertThat(Similarity.ofWords("a b c d", "a x c d")).isEqualTo(.75);
        assertThat(Similarity.ofWords("Same  words", "same words")).isEqualTo(1);
        assertThat(Similarity.ofWords("", "")).isEqualTo(1);
        assertThat(Similarity.ofWords("a", "")).isEqualTo(0);
    }
}
