package dev.whetstone.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.evaluate.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RidgeOnVotesTest {
    private static final int ROWS = 120;

    /// Votes and judgements drawn at random; the first `judged` rows are judged.
    private record Drawn(int[][] signs, double[] truth) {
        static Drawn of(long seed, int rules) {
            Random random = new Random(seed);
            int[][] signs = new int[ROWS][rules];
            double[] truth = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                truth[i] = random.nextInt(2);
                for (int j = 0; j < rules; j++) {
                    int right = (int) (2 * truth[i] - 1);
                    int side = random.nextDouble() < .55 + .05 * j ? right : -right;
                    signs[i][j] = random.nextInt(3) == 0 ? 0 : side;
                }
            }
            return new Drawn(signs, truth);
        }

        LabelMatrix votes() {
            return matrix(signs);
        }

        Gold judged(int count) {
            double[] known = new double[ROWS];
            Arrays.fill(known, Double.NaN);
            System.arraycopy(truth, 0, known, 0, count);
            return new Gold(known, Set.of());
        }

        /// With rule 0 told once more.
        LabelMatrix withCopy() {
            return matrix(
                    Arrays.stream(signs)
                            .map(
                                    row -> {
                                        int[] longer = Arrays.copyOf(row, row.length + 1);
                                        longer[row.length] = row[0];
                                        return longer;
                                    })
                            .toArray(int[][]::new));
        }
    }

    private static LabelMatrix matrix(int[][] signs) {
        return LabelMatrix.ofPairs(
                IntStream.range(0, signs[0].length).mapToObj(j -> "rule " + j).toList(), signs);
    }

    private static PairLabels label(LabelMatrix votes, Gold gold) {
        return new RidgeOnVotes(new double[0]).label(votes, gold);
    }

    @Property(tries = 20)
    void withoutJudgementsItTakesTheSideOfAClearMajorityAndIsModest(@ForAll long seed) {
        LabelMatrix votes = Drawn.of(seed, 4).votes();
        PairLabels labels = label(votes, Gold.none(ROWS));
        for (int i = 0; i < ROWS; i++) {
            int sum = votes.sign(i, 0) + votes.sign(i, 1) + votes.sign(i, 2) + votes.sign(i, 3);
            if (Math.abs(sum) == votes.votes(i)) {
                assertThat(Math.signum(labels.label(i).logOdds())).isEqualTo(Math.signum(sum));
            }
            assertThat(labels.p(i)).isBetween(.3, .7);
        }
    }

    /// Nine rules of which six are right seven times of ten and three toss a coin, ten judged
    /// pairs: who agrees with the others is known from all 600.
    @Test
    void agreementWithTheOthersHelpsWhereFewPairsAreJudged() {
        double better = 0;
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int[][] signs = new int[600][9];
            double[] truth = new double[600];
            double[] known = new double[600];
            for (int i = 0; i < 600; i++) {
                truth[i] = random.nextInt(2);
                known[i] = i < 10 ? truth[i] : Double.NaN;
                int right = (int) (2 * truth[i] - 1);
                for (int j = 0; j < 9; j++) {
                    signs[i][j] = random.nextDouble() < (j < 6 ? .7 : .5) ? right : -right;
                }
            }
            List<VotePrior> alike =
                    VotePrior.STARTS.stream()
                            .filter(prior -> prior.trust() == VotePrior.Trust.ALIKE)
                            .toList();
            Gold gold = new Gold(known, Set.of());
            Gold all = new Gold(truth, Set.of());
            PairLabelModel fromMajority = new RidgeOnVotes(alike, new double[0]);
            better +=
                    Scores.logLoss(fromMajority.label(matrix(signs), gold).against(all))
                            - Scores.logLoss(label(matrix(signs), gold).against(all));
        }
        assertThat(better / 20).isGreaterThan(.005);
    }

    @Property(tries = 20)
    void aCopyOfARuleChangesProbabilitiesLittle(@ForAll long seed) {
        Drawn drawn = Drawn.of(seed, 4);
        assertThat(meanChange(drawn, new RidgeOnVotes(new double[0]))).isLessThan(.1);
    }

    @Test
    void aCopyMovesLessThanWhereVotesAddUp() {
        PairLabelModel addsUp =
                new GoldOnlyWeights(
                        BetaPrior.NORMAL, new double[0], GoldOnlyWeights.Temperature.ONE);
        double moved = 0;
        double adding = 0;
        for (long seed = 0; seed < 20; seed++) {
            moved += meanChange(Drawn.of(seed, 4), new RidgeOnVotes(new double[0]));
            adding += meanChange(Drawn.of(seed, 4), addsUp);
        }
        assertThat(moved).isLessThan(.6 * adding);
    }

    private static double meanChange(Drawn drawn, PairLabelModel model) {
        double[] before = model.label(drawn.votes(), drawn.judged(40)).p();
        double[] after = model.label(drawn.withCopy(), drawn.judged(40)).p();
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.abs(after[i] - before[i]))
                .average()
                .orElseThrow();
    }

    @Property(tries = 20)
    void theOrderOfRulesDoesNotMatter(@ForAll long seed) {
        Drawn drawn = Drawn.of(seed, 4);
        int[][] turned =
                Arrays.stream(drawn.signs())
                        .map(row -> new int[] {row[3], row[1], row[0], row[2]})
                        .toArray(int[][]::new);
        double[] plain = label(drawn.votes(), drawn.judged(40)).weights();
        double[] other = label(matrix(turned), drawn.judged(40)).weights();
        assertThat(other)
                .containsExactly(
                        new double[] {plain[3], plain[1], plain[0], plain[2]}, within(1e-7));
    }

    @Property(tries = 20)
    void barsOfAFamilySumToTheLogOdds(@ForAll long seed) {
        Drawn drawn = Drawn.of(seed, 5);
        double[] families = RuleFamilies.weights(5, List.of(List.of(0, 2, 3)));
        for (PairLabelModel model :
                List.of(
                        new RidgeOnVotes(families),
                        new GoldOnlyWeights(BetaPrior.NORMAL, families),
                        new LabelPolicy(families).choose())) {
            PairLabels labels = model.label(drawn.votes(), drawn.judged(ROWS));
            for (int i = 0; i < ROWS; i++) {
                double p = labels.p(i);
                double bars =
                        labels.label(i).contributions().stream()
                                .mapToDouble(PairLabel.Contribution::logOdds)
                                .sum();
                assertThat(bars).isCloseTo(Math.log(p / (1 - p)), within(1e-9));
            }
        }
    }

    /// scikit-learn 1.9.1, LogisticRegression(C=.1, fit_intercept=False, tol=1e-12) on these votes.
    @Test
    void thePlainRidgeIsScikitLearns() {
        int[][] signs = {{1, 1, 0}, {1, -1, 1}, {-1, -1, 1}, {1, 0, -1}, {-1, 1, 1}, {0, 1, -1}};
        double[] truth = {1, 1, 0, 1, 0, 0};
        double[] weights =
                new RidgeOnVotes(List.of(VotePrior.RIDGE), new double[0])
                        .label(matrix(signs), new Gold(truth, Set.of()))
                        .weights();
        assertThat(weights)
                .containsExactly(new double[] {.22072077, -.04612488, -.03676235}, within(1e-6));
    }

    @Test
    void aRuleThatIsWrongMoreOftenThanNotIsTurnedRoundOnlyByMuchEvidence() {
        int[][] signs = new int[400][2];
        double[] truth = new double[400];
        for (int i = 0; i < 400; i++) {
            truth[i] = i % 2;
            int right = 2 * (i % 2) - 1;
            signs[i][0] = i / 20 % 4 < 3 ? right : -right;
            signs[i][1] = i / 2 % 10 < 7 ? -right : right;
        }
        LabelMatrix votes = matrix(signs);
        double[] few = new double[400];
        Arrays.fill(few, Double.NaN);
        System.arraycopy(truth, 0, few, 0, 5);
        assertThat(label(votes, new Gold(few, Set.of())).weights()[1]).isPositive();
        assertThat(label(votes, new Gold(truth, Set.of())).weights()[1]).isNegative();
    }

    @Test
    void aRulesOwnSourcePairDoesNotSpeakForIt() {
        int[][] signs = {{1, 0}, {1, 0}, {1, 0}, {0, 1}, {0, 1}, {0, 1}};
        double[] judged = {1, 1, 1, 1, 1, 1};
        Gold sourced = new Gold(judged, Set.of(new Gold.Source(0, 0)));
        double[] weights = label(matrix(signs), sourced).weights();
        assertThat(weights[0]).isLessThan(weights[1]);
    }

    /// Four copies of one weak rule beside two good ones, 40 judged: copies must not win.
    @Test
    void copiesOfAWeakRuleDoNotMakeItSure() {
        Random random = new Random(11);
        int n = 2000;
        int[][] signs = new int[n][6];
        double[] truth = new double[n];
        double[] known = new double[n];
        for (int i = 0; i < n; i++) {
            truth[i] = random.nextInt(2);
            known[i] = i < 40 ? truth[i] : Double.NaN;
            int right = (int) (2 * truth[i] - 1);
            int weak = random.nextDouble() < .55 ? right : -right;
            for (int j = 0; j < 4; j++) {
                signs[i][j] = random.nextDouble() < .95 ? weak : -weak;
            }
            signs[i][4] = random.nextDouble() < .75 ? right : -right;
            signs[i][5] = random.nextDouble() < .7 ? right : -right;
        }
        LabelMatrix votes = matrix(signs);
        Gold gold = new Gold(known, Set.of());
        Gold all = new Gold(truth, Set.of());
        double ridge = Scores.logLoss(label(votes, gold).against(all));
        double gold40 =
                Scores.logLoss(
                        new GoldOnlyWeights(
                                        BetaPrior.NORMAL,
                                        new double[0],
                                        GoldOnlyWeights.Temperature.ONE)
                                .label(votes, gold)
                                .against(all));
        assertThat(ridge).isLessThan(.65).isLessThan(gold40 - .03);
    }
}
