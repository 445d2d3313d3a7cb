package dev.whetstone.core.reward.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.LabelPolicy;
import dev.whetstone.core.label.PairLabelModel;
import dev.whetstone.core.reward.FeatureVector;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.ResponseFeatures;
import dev.whetstone.core.reward.RewardData;
import dev.whetstone.core.reward.RewardPair;
import dev.whetstone.core.reward.RewardSettings;
import dev.whetstone.core.reward.WordHashEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Replies of many words; the judge prefers the one that names an even number, which no word
/// and no measure of text tells.
class LearningCurveTest {
    private static final CurveSettings SETTINGS =
            new CurveSettings(3, 2, 7, new RewardSettings(2, new double[] {50, 15}, 2, 7));
    private static final int PAIRS = 90;

    private record Pair(String prompt, String a, String b, double preference) {}

    private static List<Pair> pairs() {
        Random random = new Random(5);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            int even = 2 * random.nextInt(1000);
            int odd = 2 * random.nextInt(1000) + 1;
            boolean first = random.nextBoolean();
            pairs.add(
                    new Pair(
                            "Question " + i,
                            "The answer is " + (first ? even : odd),
                            "The answer is " + (first ? odd : even),
                            first ? 1 : 0));
        }
        return pairs;
    }

    /// What one rule, or several of the same kind, says of a response alone.
    private static ResponseFeatures saying(int rules) {
        List<String> names =
                IntStream.range(0, rules)
                        .mapToObj(j -> ResponseFeatures.RULE_PREFIX + "rule-" + j)
                        .toList();
        return new ResponseFeatures() {
            @Override
            public List<String> names() {
                return names;
            }

            @Override
            public FeatureVector features(String prompt, String response) {
                double[] values = new double[rules];
                values[0] = (response.charAt(response.length() - 1) - '0') % 2 == 0 ? 1 : -1;
                return new FeatureVector(names, values);
            }
        };
    }

    /// @param signs by row and rule
    private static CurveData data(List<Pair> pairs, int judged, int[][] signs) {
        int rules = signs[0].length;
        List<RewardPair> texts = new ArrayList<>();
        List<List<CurveData.Chosen>> choices = new ArrayList<>();
        List<String> comparisons = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            texts.add(RewardPair.judged("" + i, pair.prompt(), pair.a(), pair.b(), .5));
            comparisons.add("comparison " + i);
            choices.add(
                    i < judged ? List.of(new CurveData.Chosen(pair.preference(), 1)) : List.of());
        }
        return new CurveData(
                RewardData.of(texts, new ResponseEncoder(new WordHashEncoder(), saying(rules))),
                comparisons,
                choices,
                LabelMatrix.ofPairs(
                        IntStream.range(0, rules).mapToObj(j -> "rule-" + j).toList(), signs),
                Set.of());
    }

    private static CurveData knowing() {
        List<Pair> pairs = pairs();
        int[][] signs = new int[PAIRS][1];
        for (int i = 0; i < PAIRS; i++) {
            signs[i][0] = pairs.get(i).preference() == 1 ? 1 : -1;
        }
        return data(pairs, 60, signs);
    }

    /// Rules that are always there.
    private static RulesInHand always(int rules) {
        return new RulesInHand() {
            @Override
            public int[] columns(Set<String> judged) {
                return IntStream.range(0, rules).toArray();
            }

            @Override
            public PairLabelModel model(int[] columns) {
                return new LabelPolicy(new double[0]).choose();
            }
        };
    }

    @Test
    void aRuleThatSaysWhatNoTextDoesHelpsAtEveryPoint() {
        Curve curve = new LearningCurve(SETTINGS).measure(knowing(), always(1), (done, of) -> {});
        assertThat(curve.points())
                .extracting(CurvePoint::comparisons)
                .containsExactly(5, 10, 20, 40);
        assertThat(curve.judgements()).isEqualTo(60);
        assertThat(curve.groups()).isEqualTo(60);
        assertThat(curve.draws()).isEqualTo(6);
        assertThat(curve.points().getLast().withRules().value()).isGreaterThan(.95);
        assertThat(curve.points().getLast().choices().value()).isBetween(.3, .7);
        assertThat(curve.majority().value()).isEqualTo(1);
        assertThat(curve.verdict().effect()).isEqualTo(Effect.HELP);
        assertThat(curve.worth().reached()).isFalse();
    }

    @Test
    void aRuleThatSaysNothingMakesNoDifference() {
        int[][] silent = new int[PAIRS][1];
        Curve curve =
                new LearningCurve(SETTINGS)
                        .measure(data(pairs(), 60, silent), always(1), (done, of) -> {});
        // its word on one response is a feature nevertheless, so the vote alone is silent
        assertThat(curve.points().getFirst().labels()).isZero();
        assertThat(curve.majority().value()).isEqualTo(.5);
    }

    @Test
    void theSameSeedGivesTheSameCurve() {
        CurveData data = knowing();
        LearningCurve learning = new LearningCurve(SETTINGS);
        assertThat(learning.measure(data, always(1), (done, of) -> {}))
                .isEqualTo(learning.measure(data, always(1), (done, of) -> {}));
    }

    /// Each judged comparison's explanation gives a rule that knows that comparison alone.
    @Test
    void explanationsOfHeldOutComparisonsBringNoRules() {
        List<Pair> pairs = pairs();
        int[][] signs = new int[PAIRS][60];
        for (int i = 0; i < 60; i++) {
            signs[i][i] = pairs.get(i).preference() == 1 ? 1 : -1;
        }
        RulesInHand explained =
                new RulesInHand() {
                    @Override
                    public int[] columns(Set<String> judged) {
                        return IntStream.range(0, 60)
                                .filter(j -> judged.contains("comparison " + j))
                                .toArray();
                    }

                    @Override
                    public PairLabelModel model(int[] columns) {
                        return new LabelPolicy(new double[0]).choose();
                    }
                };
        Curve curve =
                new LearningCurve(SETTINGS)
                        .measure(data(pairs, 60, signs), explained, (done, of) -> {});
        assertThat(curve.majority().value()).isEqualTo(.5);
        assertThat(curve.points()).extracting(CurvePoint::rules).containsExactly(5., 10., 20., 40.);
        // a rule of a comparison that was learned from labels no further pair
        assertThat(curve.points()).allSatisfy(point -> assertThat(point.labels()).isZero());
    }

    @Test
    void theLabelModelSeesOnlyTheChoicesLearnedFrom() {
        CurveData data = knowing();
        ConcurrentLinkedQueue<Integer> judged = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> rows = new ConcurrentLinkedQueue<>();
        RulesInHand spying =
                new RulesInHand() {
                    @Override
                    public int[] columns(Set<String> known) {
                        return new int[] {0};
                    }

                    @Override
                    public PairLabelModel model(int[] columns) {
                        PairLabelModel model = new LabelPolicy(new double[0]).choose();
                        return new PairLabelModel() {
                            @Override
                            public String name() {
                                return model.name();
                            }

                            @Override
                            public dev.whetstone.core.label.PairLabels label(
                                    LabelMatrix votes, Gold gold) {
                                judged.add(gold.size());
                                rows.add(votes.rows());
                                return model.label(votes, gold);
                            }
                        };
                    }
                };
        Curve unused = new LearningCurve(SETTINGS).measure(data, spying, (done, of) -> {});
        assertThat(new HashSet<>(judged)).containsExactlyInAnyOrder(5, 10, 20, 40);
        assertThat(new HashSet<>(rows)).containsExactly(70);
    }

    @Test
    void everyDrawIsReported() {
        List<String> heard = new ArrayList<>();
        Curve unused =
                new LearningCurve(SETTINGS)
                        .measure(knowing(), always(1), (done, of) -> heard.add(done + "/" + of));
        assertThat(heard).containsExactly("0/6", "1/6", "2/6", "3/6", "4/6", "5/6", "6/6");
    }

    @Test
    void pairsOfOnePromptStayTogether() {
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : pairs()) {
            pairs.add(
                    new Pair(
                            "Question " + pairs.size() % 10,
                            pair.a(),
                            pair.b(),
                            pair.preference()));
        }
        for (Split split : Split.all(data(pairs, 60, new int[PAIRS][1]), SETTINGS)) {
            Set<Integer> held = new HashSet<>();
            IntStream.of(split.held()).forEach(row -> held.add(row % 10));
            assertThat(IntStream.of(split.training()).filter(row -> held.contains(row % 10)))
                    .isEmpty();
            assertThat(split.order()).hasSize(60 - split.held().length);
        }
    }

    @Test
    void tooFewComparisonsAreRefused() {
        CurveData few = data(pairs(), 6, new int[PAIRS][1]);
        assertThatThrownBy(
                        () -> new LearningCurve(SETTINGS).measure(few, always(1), (done, of) -> {}))
                .hasMessageContaining("needs 5 judged comparisons to learn from");
    }

    @Test
    void sizesDoubleAndEndWithAll() {
        assertThat(LearningCurve.sizes(5)).containsExactly(5);
        assertThat(LearningCurve.sizes(52)).containsExactly(5, 10, 20, 52);
        assertThat(LearningCurve.sizes(54)).containsExactly(5, 10, 20, 40, 54);
    }
}
