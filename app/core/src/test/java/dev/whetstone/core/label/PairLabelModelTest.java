package dev.whetstone.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PairLabelModelTest {
    private static final int ROWS = 60;
    private static final int RULES = 4;

    private record Case(int[][] signs, double[] gold) {
        static Case random(long seed) {
            Random random = new Random(seed);
            int[][] signs = new int[ROWS][RULES];
            double[] gold = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < RULES; j++) {
                    signs[i][j] = random.nextInt(3) - 1;
                }
                gold[i] = i % 2 == 0 ? Double.NaN : random.nextInt(3) / 2.0;
            }
            return new Case(signs, gold);
        }

        Case swapped() {
            return new Case(
                    Arrays.stream(signs)
                            .map(row -> Arrays.stream(row).map(s -> -s).toArray())
                            .toArray(int[][]::new),
                    Arrays.stream(gold).map(g -> 1 - g).toArray());
        }

        LabelMatrix matrix() {
            return LabelMatrix.ofPairs(names(), signs);
        }

        Gold judged() {
            return new Gold(gold, Set.of());
        }
    }

    private static List<String> names() {
        return IntStream.range(0, RULES).mapToObj(j -> "rule " + j).toList();
    }

    private static List<PairLabelModel> symmetric() {
        return List.of(
                new MajorityVote(),
                new RidgeOnVotes(new double[0]),
                new GoldOnlyWeights(),
                new SymmetricEm(BetaPrior.NORMAL, new double[0]));
    }

    @Property(tries = 50)
    void swappingSidesTurnsPIntoOneMinusP(@ForAll long seed) {
        Case plain = Case.random(seed);
        Case swapped = plain.swapped();
        for (PairLabelModel model : symmetric()) {
            double[] p = model.label(plain.matrix(), plain.judged()).p();
            double[] q = model.label(swapped.matrix(), swapped.judged()).p();
            assertThat(q)
                    .containsExactly(Arrays.stream(p).map(v -> 1 - v).toArray(), within(1e-12));
        }
    }

    @Property(tries = 50)
    void contributionsSumToTheLogOdds(@ForAll long seed) {
        Case drawn = Case.random(seed);
        LabelPolicy policy = new LabelPolicy(new double[0]);
        for (String name :
                List.of("auto", "majority", "ridge", "gold", "em", "flyingsquid", "snorkel")) {
            PairLabels labels = policy.named(name).label(drawn.matrix(), drawn.judged());
            for (int i = 0; i < ROWS; i++) {
                PairLabel label = labels.label(i);
                if (label.origin() == PairLabel.Origin.RULES) {
                    assertThat(Logistic.sigmoid(label.logOdds()))
                            .isCloseTo(label.p(), within(1e-9));
                } else {
                    assertThat(label.p()).isEqualTo(drawn.gold()[i]);
                }
            }
        }
    }

    @Test
    void aRowWithoutVotesIsExactlyUndecided() {
        LabelMatrix votes =
                LabelMatrix.ofPairs(
                        List.of("a", "b"), new int[][] {{0, 0}, {1, -1}, {1, 1}, {1, 0}});
        for (PairLabelModel model : symmetric()) {
            PairLabels labels = model.label(votes, Gold.none(4));
            assertThat(labels.p(0)).isEqualTo(0.5);
            assertThat(labels.label(0).decided()).isFalse();
            assertThat(labels.p(2)).isGreaterThan(0.5);
        }
    }

    @Test
    void unanimousUncheckedRulesAreBelievedSixtyPercent() {
        LabelMatrix votes = LabelMatrix.ofPairs(List.of("a", "b", "c"), new int[][] {{1, 1, 1}});
        assertThat(new MajorityVote().label(votes, Gold.none(1)).p(0)).isCloseTo(.6, within(1e-12));
    }

    @Test
    void aRulesOwnSourcePairIsNotCountedForIt() {
        LabelMatrix votes = LabelMatrix.ofPairs(List.of("a"), new int[][] {{1}, {1}, {-1}});
        double[] judged = {1, 0, Double.NaN};
        Gold counted = new Gold(judged, Set.of());
        Gold sourced = new Gold(judged, Set.of(new Gold.Source(0, 0)));
        assertThat(GoldOnlyWeights.accuracies(votes, counted, BetaPrior.NORMAL))
                .containsExactly(8.0 / 12);
        assertThat(GoldOnlyWeights.accuracies(votes, sourced, BetaPrior.NORMAL))
                .containsExactly(7.0 / 11);
    }

    @Test
    void fewJudgedPairsGiveLittleConfidence() {
        int n = 400;
        int[][] signs = new int[n][3];
        double[] gold = new double[n];
        Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            gold[i] = random.nextInt(2);
            int right = (int) (2 * gold[i] - 1);
            int sign = i % 5 < 3 ? right : -right;
            Arrays.fill(signs[i], sign);
        }
        LabelMatrix votes = LabelMatrix.ofPairs(List.of("a", "copy", "again"), signs);
        double[] few = new double[n];
        Arrays.fill(few, Double.NaN);
        System.arraycopy(gold, 0, few, 0, 20);
        double atFew = certainty(votes, new Gold(few, Set.of()));
        double atAll = certainty(votes, new Gold(gold, Set.of()));
        assertThat(atFew).isBetween(.5, .57);
        assertThat(atAll).isBetween(.58, .60);
    }

    private static double certainty(LabelMatrix votes, Gold gold) {
        double p = new GoldOnlyWeights().label(votes, gold).p(0);
        return Math.max(p, 1 - p);
    }

    @Test
    void switchingOffTheDecidingRuleFlips() {
        LabelMatrix votes =
                LabelMatrix.ofPairs(
                        List.of("a", "b"), new int[][] {{1, 0}, {1, 1}, {1, -1}, {0, 1}});
        PairLabels labels = new MajorityVote().label(votes, Gold.none(4));
        assertThat(labels.flips(0)).isEqualTo(2);
        assertThat(labels.flips(1)).isEqualTo(2);
    }

    @Test
    void votesOutsideTheClassesAreRefusedByName() {
        assertThatThrownBy(() -> LabelMatrix.of(List.of("a", "b"), 2, new int[][] {{0, 1}, {1, 2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("row 1", "b", "2 classes");
    }

    @Test
    void coverageCountsLongerAgreementAndGold() {
        LabelMatrix votes = LabelMatrix.ofPairs(List.of("a"), new int[][] {{1}, {-1}, {1}, {0}});
        Gold gold = new Gold(new double[] {1, 1, Double.NaN, 0}, Set.of());
        CoverageSummary summary =
                CoverageSummary.of(
                        votes,
                        gold,
                        new PairLengths(new int[] {100, 200, 10, 9}, new int[] {90, 10, 100, 5}),
                        new MajorityVote().label(votes, gold));
        RuleSummary line = summary.rules().getFirst();
        assertThat(line.correct()).isEqualTo(1);
        assertThat(line.incorrect()).isEqualTo(1);
        assertThat(line.goldCoverage()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(line.longerAgreement().value()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(line.lengthMatched().value()).isEqualTo(1);
        assertThat(line.followsLength(4)).isZero();
        assertThat(line.uniqueShare()).isEqualTo(.75);
        assertThat(summary.judged()).isEqualTo(3);
    }
}
