package dev.whetstone.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutomaticModelTest {
    private static LabelMatrix drawn(int rows, double[] truth, long seed, double... accuracies) {
        Random random = new Random(seed);
        int[][] signs = new int[rows][accuracies.length];
        for (int i = 0; i < rows; i++) {
            truth[i] = random.nextInt(2);
            int right = (int) (2 * truth[i] - 1);
            for (int j = 0; j < accuracies.length; j++) {
                signs[i][j] = random.nextDouble() < accuracies[j] ? right : -right;
            }
        }
        return LabelMatrix.ofPairs(names(accuracies.length), signs);
    }

    private static List<String> names(int rules) {
        return java.util.stream.IntStream.range(0, rules).mapToObj(j -> "rule " + j).toList();
    }

    private static Gold first(double[] truth, int judged) {
        double[] known = new double[truth.length];
        Arrays.fill(known, Double.NaN);
        System.arraycopy(truth, 0, known, 0, judged);
        return new Gold(known, Set.of());
    }

    private static String chosen(LabelMatrix votes, Gold gold, double... families) {
        return new LabelPolicy(families).label(votes, gold).chosen().model();
    }

    @Test
    void thePolicyCountsJudgedPairs() {
        double[] truth = new double[100];
        LabelMatrix votes = drawn(100, truth, 1, .7, .6, .6);
        assertThat(chosen(votes, first(truth, 0))).isEqualTo("majority");
        assertThat(chosen(votes, first(truth, 9))).isEqualTo("majority");
        assertThat(chosen(votes, first(truth, 10))).isEqualTo("ridge");
    }

    @Test
    void aChallengerThatIsNoBetterThanNoiseIsNotTaken() {
        int taken = 0;
        for (int seed = 0; seed < 10; seed++) {
            double[] truth = new double[200];
            LabelMatrix votes = drawn(200, truth, seed, .5, .5, .5, .5);
            taken += chosen(votes, first(truth, 150)).equals("ridge") ? 0 : 1;
        }
        assertThat(taken).isLessThanOrEqualTo(1);
    }

    /// Four sparse independent rules, few judged pairs for their number, many others: what EM is
    /// for.
    @Test
    void emWithConfirmedFamiliesIsTakenWhereItPredictsBetter() {
        Random random = new Random(3);
        int rows = 1100;
        int rules = 40;
        double[] truth = new double[rows];
        int[][] signs = new int[rows][rules];
        for (int i = 0; i < rows; i++) {
            truth[i] = random.nextInt(2);
            int right = (int) (2 * truth[i] - 1);
            for (int j = 0; j < rules; j++) {
                double accuracy = j % 2 == 0 ? .95 : .3;
                if (random.nextDouble() < .12) {
                    signs[i][j] = random.nextDouble() < accuracy ? right : -right;
                }
            }
        }
        LabelMatrix votes = LabelMatrix.ofPairs(names(rules), signs);
        double[] families = RuleFamilies.weights(rules, List.of(List.of(0, 1)));
        assertThat(chosen(votes, first(truth, 100), families)).isEqualTo("em");
        assertThat(chosen(votes, first(truth, 100))).isNotEqualTo("em");
    }

    /// Forty questions, each asked of five pairs on which everybody says the same: five times
    /// the rows are no more evidence, and no question is learned from in one fold and asked in
    /// another.
    @Test
    void pairsOfOneQuestionCountAsOneWhereModelsAreCompared() {
        double[] asked = new double[40];
        LabelMatrix once = drawn(40, asked, 4, .8, .75, .6, .55);
        double[] truth = new double[200];
        int[][] signs = new int[200][];
        int[] questions = new int[200];
        for (int i = 0; i < 200; i++) {
            int row = i % 40;
            truth[i] = asked[row];
            questions[i] = row;
            signs[i] = new int[] {once.sign(row, 0), once.sign(row, 1), once.sign(row, 2)};
        }
        LabelMatrix votes = LabelMatrix.ofPairs(names(3), signs);
        Gold apart = new Gold(truth, Set.of());
        double alone = gain(votes, apart);
        double together = gain(votes, apart.about(questions));
        assertThat(Math.abs(alone)).isGreaterThan(.5);
        assertThat(Math.abs(together)).isLessThan(.7 * Math.abs(alone));
    }

    private static double gain(LabelMatrix votes, Gold gold) {
        return new LabelPolicy(new double[0]).decide(votes, gold).challenges().getFirst().gain();
    }

    @Test
    void withoutRulesNothingIsFitted() {
        LabelMatrix votes = LabelMatrix.ofPairs(List.of(), new int[20][0]);
        double[] truth = new double[20];
        PairLabels labels = new LabelPolicy(new double[0]).choose().label(votes, first(truth, 20));
        assertThat(labels.p(0)).isCloseTo(.5, within(0.0));
    }
}
