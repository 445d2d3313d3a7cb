package dev.whetstone.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final int DIMENSIONS = 24;

    /// Unit vectors around one of two means; every fifth row is marked, `signal` says how far apart
    /// the means are.
    private static Marked marked(int n, int every, double signal, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[n][DIMENSIONS];
        boolean[] is = new boolean[n];
        for (int i = 0; i < n; i++) {
            is[i] = i % every == 0;
            double length = 0;
            for (int d = 0; d < DIMENSIONS; d++) {
                double mean = d == 0 ? 1 : d < 4 ? (is[i] ? signal : -signal) : 0;
                rows[i][d] = (float) (mean + .3 * random.nextGaussian());
                length += rows[i][d] * rows[i][d];
            }
            for (int d = 0; d < DIMENSIONS; d++) {
                rows[i][d] /= (float) Math.sqrt(length);
            }
        }
        return new Marked(rows, is);
    }

    private static double right(double[] scores, boolean[] is) {
        return Accuracy.of(scores, is, Accuracy.Method.FIXED).accuracy().value();
    }

    @Test
    void aHeadFindsOnOtherTextsWhatItWasTaught() {
        LinearHead head = HeadTrainer.train(marked(40, 2, .3, 1));
        Marked others = marked(400, 2, .3, 2);
        double[] scores = new double[others.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = head.score(others.rows()[i]);
        }
        assertThat(right(scores, others.is())).isGreaterThan(.9);
    }

    @Test
    void heldOutAccuracyIsThatOnOtherTexts() {
        double claimed = 0;
        double found = 0;
        for (int seed = 0; seed < 10; seed++) {
            Marked own = marked(60, 2, .12, seed);
            Marked others = marked(500, 2, .12, 100 + seed);
            LinearHead head = HeadTrainer.train(own);
            double[] scores = new double[others.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = head.score(others.rows()[i]);
            }
            claimed += right(HeadTrainer.heldOut(own), own.is()) / 10;
            found += right(scores, others.is()) / 10;
        }
        assertThat(claimed).isBetween(found - .05, found + .05).isBetween(.6, .9);
    }

    @Test
    void repliesToOneQuestionDoNotVouchForEachOther() {
        // eight questions; replies to one are alike, and which question is of the kind is chance
        Random random = new Random(3);
        int n = 80;
        float[][] rows = new float[n][DIMENSIONS];
        boolean[] is = new boolean[n];
        java.util.List<String> questions = new java.util.ArrayList<>();
        float[][] means = new float[8][DIMENSIONS];
        for (float[] mean : means) {
            for (int d = 0; d < DIMENSIONS; d++) {
                mean[d] = (float) random.nextGaussian();
            }
        }
        for (int i = 0; i < n; i++) {
            int question = i % 8;
            is[i] = question % 2 == 0;
            questions.add("q" + question);
            for (int d = 0; d < DIMENSIONS; d++) {
                rows[i][d] = (float) (means[question][d] + .1 * random.nextGaussian()) / 5;
            }
        }
        assertThat(right(HeadTrainer.heldOut(new Marked(rows, is)), is)).isEqualTo(1);
        assertThat(right(HeadTrainer.heldOut(new Marked(rows, is, questions)), is)).isLessThan(.8);
    }

    @Test
    void marksWithoutMeaningAreNotClaimedToBeBetterThanTheMajority() {
        int claimed = 0;
        for (int seed = 0; seed < 20; seed++) {
            Marked noise = marked(40, 2, 0, seed);
            claimed +=
                    Accuracy.of(
                                                    HeadTrainer.heldOut(noise),
                                                    noise.is(),
                                                    Accuracy.Method.CROSS_VALIDATED)
                                            .standing()
                                    == Accuracy.Standing.BETTER_THAN_MAJORITY
                            ? 1
                            : 0;
        }
        assertThat(claimed).isLessThanOrEqualTo(2);
    }

    @Test
    void aRareKindIsHeldAgainstItsOwnMajority() {
        Accuracy accuracy =
                Accuracy.of(
                        new double[] {.1, .2, .3, .4, .1, .2, .3, .4, .1, .4},
                        new boolean[] {
                            true, false, false, false, false, false, false, false, false, false
                        },
                        Accuracy.Method.FIXED);
        assertThat(accuracy.accuracy().value()).isEqualTo(.9);
        assertThat(accuracy.majority()).isEqualTo(.9);
        assertThat(accuracy.standing()).isEqualTo(Accuracy.Standing.NOT_SHOWN_BETTER);
        assertThat(accuracy.positives()).isEqualTo(1);
    }

    @Test
    void theSameMarksMakeTheSameHead() {
        assertThat(HeadTrainer.train(marked(40, 2, .2, 5)))
                .isEqualTo(HeadTrainer.train(marked(40, 2, .2, 5)));
    }

    @Test
    void tooFewMarksOfASortAreRefused() {
        assertThatThrownBy(() -> HeadTrainer.train(marked(40, 10, .3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a head takes 20 marks or more, 5 of each sort; there are 40, 4 of them"
                                + " yes");
    }

    @Test
    void examplesAloneFindTheirKind() {
        Marked examples = marked(16, 2, .3, 7);
        LinearHead head = new ExampleDetector(examples.of(true), examples.of(false)).head();
        Marked others = marked(300, 2, .3, 8);
        double[] scores = new double[others.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = head.score(others.rows()[i]);
        }
        assertThat(right(scores, others.is())).isGreaterThan(.82);
    }

    @Test
    void marksMoveTheCutWhereTheExamplesSetItBadly() {
        Marked examples = marked(6, 2, .25, 9);
        // held against texts of a quite different sort, the examples set the cut far too low
        ExampleDetector detector =
                new ExampleDetector(examples.of(true), marked(40, 50, .25, 10).of(false));
        Marked marks = marked(60, 2, .25, 11);
        Marked others = marked(300, 2, .25, 12);
        double[] fitted = new double[others.size()];
        double[] unfitted = new double[others.size()];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = detector.head(marks).score(others.rows()[i]);
            unfitted[i] = detector.head().score(others.rows()[i]);
        }
        assertThat(right(fitted, others.is()))
                .isCloseTo(right(detector.heldOut(marks), marks.is()), offset(.1))
                .isGreaterThan(right(unfitted, others.is()) + .05);
    }

    @Test
    void marksThatSayTheContraryDoNotTurnTheDetectorRound() {
        Marked examples = marked(16, 2, .3, 7);
        ExampleDetector detector = new ExampleDetector(examples.of(true), examples.of(false));
        Marked marks = marked(40, 2, .3, 13);
        boolean[] contrary = marks.is().clone();
        for (int i = 0; i < contrary.length; i++) {
            contrary[i] = !contrary[i];
        }
        assertThat(detector.head(new Marked(marks.rows(), contrary))).isEqualTo(detector.head());
    }

    @Test
    void keysOfTextsAreTheStartOfTheirHash() {
        // SHA-256 of "abc": ba7816bf 8f01cfea 414140de 5dae2223 ... (FIPS 180-2, appendix B.1)
        TextKey key = TextKey.of("abc");
        assertThat(key.high()).isEqualTo(0xba7816bf8f01cfeaL);
        assertThat(key.low()).isEqualTo(0x414140de5dae2223L);
        assertThat(TextKey.read(key.bytes())).isEqualTo(key);
    }
}
