package dev.whetstone.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.evaluate.Scores;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Results of Snorkel, crowd-kit and FlyingSquid, and of re-derivations checked against them, on
/// matrices A (written out), B (drawn from java.util.Random(42)) and C (B with two near-copies of a
/// rule). Everything recorded was rounded to six places.
class WeakSupervisionFixturesTest {
    private static final double TOLERANCE = 2e-4;
    private static final JsonNode FILE = read();
    private static final JsonNode A = FILE.path("A");
    private static final JsonNode B = FILE.path("B");
    private static final JsonNode C = FILE.path("C");
    private static final Drawn DRAWN = drawB();

    private record Drawn(int[][] votes, int[] gold) {
        LabelMatrix matrix() {
            return WeakSupervisionFixturesTest.matrix(votes);
        }

        Gold firstForty() {
            return Gold.ofClasses(
                    IntStream.range(0, gold.length).map(i -> i < 40 ? gold[i] : -1).toArray());
        }
    }

    private static JsonNode read() {
        try (InputStream in =
                WeakSupervisionFixturesTest.class.getResourceAsStream(
                        "/golden/weak-supervision-fixtures.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Drawn drawB() {
        Random r = new Random(42);
        double[] acc = doubles(B.path("acc"));
        double[] cov = doubles(B.path("cov"));
        int[][] votes = new int[1000][acc.length];
        int[] gold = new int[1000];
        for (int i = 0; i < 1000; i++) {
            gold[i] = r.nextDouble() < 0.5 ? 1 : 0;
            for (int j = 0; j < acc.length; j++) {
                double u = r.nextDouble();
                double v = r.nextDouble();
                votes[i][j] = u < cov[j] ? v < acc[j] ? gold[i] : 1 - gold[i] : -1;
            }
        }
        return new Drawn(votes, gold);
    }

    private static Drawn copiesC() {
        Random r = new Random(7);
        int[][] votes = new int[1000][];
        for (int i = 0; i < 1000; i++) {
            votes[i] = Arrays.copyOf(DRAWN.votes()[i], 7);
            for (int c = 0; c < 2; c++) {
                double u = r.nextDouble();
                double v = r.nextDouble();
                int original = votes[i][3];
                votes[i][5 + c] = u < 0.9 ? v < 0.95 ? original : 1 - original : -1;
            }
        }
        return new Drawn(votes, DRAWN.gold());
    }

    private static LabelMatrix matrix(int[][] votes) {
        List<String> names = IntStream.range(0, votes[0].length).mapToObj(j -> "lf" + j).toList();
        return LabelMatrix.of(names, 2, votes);
    }

    private static LabelMatrix matrixA() {
        return matrix(
                A.path("L")
                        .valueStream()
                        .map(row -> row.valueStream().mapToInt(JsonNode::intValue).toArray())
                        .toArray(int[][]::new));
    }

    private static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    private static void assertNear(double[] computed, JsonNode recorded) {
        assertThat(recorded.isArray()).isTrue();
        assertThat(computed).containsExactly(doubles(recorded), within(TOLERANCE));
    }

    private static double[] column1(double[][] p) {
        return Arrays.stream(p).mapToDouble(row -> row[1]).toArray();
    }

    private static double accuracy(double[] p, int[] gold, int from) {
        Predictions of =
                new Predictions(
                        Arrays.copyOfRange(p, from, p.length),
                        Arrays.stream(gold, from, gold.length).asDoubleStream().toArray());
        return Scores.accuracy(of).value();
    }

    @Test
    void matrixBIsDrawnBitForBit() {
        assertThat(IntStream.of(DRAWN.gold()).sum()).isEqualTo(B.path("ySum").intValue());
        for (int j = 0; j < 5; j++) {
            int rule = j;
            assertThat(Arrays.stream(DRAWN.votes()).mapToInt(row -> row[rule] + 1).sum())
                    .isEqualTo(B.path("sumLPlus1").path(j).intValue());
        }
        assertThat(DRAWN.votes()[4]).containsExactly(1, 0, 1, 0, -1);
    }

    @TestFactory
    List<DynamicTest> lfAnalysis() {
        int[] goldA = A.path("Y").valueStream().mapToInt(JsonNode::intValue).toArray();
        return List.of(
                DynamicTest.dynamicTest("A", () -> analysis(matrixA(), goldA, A)),
                DynamicTest.dynamicTest("B", () -> analysis(DRAWN.matrix(), DRAWN.gold(), B)));
    }

    private static void analysis(LabelMatrix votes, int[] gold, JsonNode fixture) {
        JsonNode recorded = fixture.path("lfAnalysis");
        CoverageSummary summary =
                CoverageSummary.of(
                        votes,
                        Gold.ofClasses(gold),
                        new PairLengths(new int[votes.rows()], new int[votes.rows()]),
                        new MajorityVote().label(votes, Gold.none(votes.rows())));
        List<RuleSummary> rules = summary.rules();
        assertNear(
                rules.stream().mapToDouble(RuleSummary::coverage).toArray(),
                recorded.path("coverage"));
        assertNear(
                rules.stream().mapToDouble(RuleSummary::overlaps).toArray(),
                recorded.path("overlaps"));
        assertNear(
                rules.stream().mapToDouble(RuleSummary::conflicts).toArray(),
                recorded.path("conflicts"));
        assertNear(
                rules.stream().mapToDouble(RuleSummary::correct).toArray(),
                recorded.path("correct"));
        assertNear(
                rules.stream().mapToDouble(RuleSummary::incorrect).toArray(),
                recorded.path("incorrect"));
        assertNear(
                rules.stream().mapToDouble(r -> r.accuracy().value()).toArray(),
                recorded.path("empAcc"));
        if (recorded.has("labelCoverage")) {
            assertThat(summary.labelCoverage())
                    .isEqualTo(recorded.path("labelCoverage").doubleValue());
            assertThat(summary.labelOverlap())
                    .isEqualTo(recorded.path("labelOverlap").doubleValue());
            assertThat(summary.labelConflict())
                    .isEqualTo(recorded.path("labelConflict").doubleValue());
        }
    }

    @Test
    void theDocumentedExampleOfSnorkel() {
        JsonNode doc = FILE.path("snorkelDocExample");
        LabelMatrix votes =
                matrix(new int[][] {{-1, 0, 0}, {-1, -1, -1}, {1, 0, -1}, {-1, 0, -1}, {0, 0, 0}});
        LabelAnalysis analysis = new LabelAnalysis(votes);
        assertNear(
                IntStream.range(0, 3).mapToDouble(analysis::coverage).toArray(),
                doc.path("coverage"));
        assertNear(
                IntStream.range(0, 3).mapToDouble(analysis::overlaps).toArray(),
                doc.path("overlaps"));
        assertNear(
                IntStream.range(0, 3).mapToDouble(analysis::conflicts).toArray(),
                doc.path("conflicts"));
        assertThat(analysis.labelCoverage()).isEqualTo(.8);
        assertThat(analysis.labelOverlap()).isEqualTo(.6);
        assertThat(analysis.labelConflict()).isEqualTo(.2);
    }

    @Test
    void majorityVote() {
        double[][] p = MajorityVote.probabilities(matrixA());
        assertNear(column1(p), A.path("majority").path("p1"));
        assertThat(TieBreak.ABSTAIN.predict(p))
                .containsExactly(
                        A.path("majority")
                                .path("predictAbstain")
                                .valueStream()
                                .mapToInt(JsonNode::intValue)
                                .toArray());
        double[][] b = MajorityVote.probabilities(DRAWN.matrix());
        int[] predicted = TieBreak.ABSTAIN.predict(b);
        long kept = IntStream.of(predicted).filter(v -> v >= 0).count();
        long right = IntStream.range(0, 1000).filter(i -> predicted[i] == DRAWN.gold()[i]).count();
        assertThat((double) right / kept)
                .isCloseTo(B.path("majority").path("accNonAbstain").doubleValue(), within(1e-6));
        assertThat(kept / 1000.0).isEqualTo(B.path("majority").path("coverage").doubleValue());
        int[] broken = TieBreak.BY_ROW_NUMBER.predict(b);
        long all = IntStream.range(0, 1000).filter(i -> broken[i] == DRAWN.gold()[i]).count();
        assertThat(all / 1000.0)
                .isCloseTo(
                        B.path("majority").path("accRandomTieBreak").doubleValue(), within(1e-6));
    }

    private static SnorkelSettings snorkel(
            int epochs, double l2, SnorkelSettings.Optimizer optimizer) {
        return new SnorkelSettings(
                epochs, .01, l2, optimizer, SnorkelSettings.Schedule.CONSTANT, .7, 0, 123, 0);
    }

    @Test
    void snorkelOnA() {
        JsonNode recorded = A.path("snorkel");
        assertThat(SnorkelLabelModel.uniform(123))
                .isEqualTo(recorded.path("initScale").doubleValue());
        double[] half = {.5, .5};
        SnorkelSettings.Optimizer sgd = SnorkelSettings.Optimizer.SGD;
        SnorkelFit one = new SnorkelLabelModel(snorkel(1, 0, sgd)).fit(matrixA(), half);
        assertNear(column1(one.probabilities()), recorded.path("ep1").path("p1"));
        SnorkelFit hundred = new SnorkelLabelModel(snorkel(100, 0, sgd)).fit(matrixA(), half);
        assertNear(column1(hundred.probabilities()), recorded.path("ep100").path("p1"));
        assertNear(hundred.weights(), recorded.path("ep100").path("w"));
        for (int y = 0; y < 2; y++) {
            int c = y;
            assertNear(
                    IntStream.range(0, 8).mapToDouble(a -> hundred.mu(a, c)).toArray(),
                    recorded.path("ep100").path("muCol" + y));
        }
        SnorkelFit fiveHundred = new SnorkelLabelModel(snorkel(500, 0, sgd)).fit(matrixA(), half);
        assertNear(column1(fiveHundred.probabilities()), recorded.path("ep500").path("p1"));
        assertNear(fiveHundred.weights(), recorded.path("ep500").path("w"));
        assertNear(
                column1(
                        new SnorkelLabelModel(snorkel(500, 0, sgd))
                                .fit(matrixA(), new double[] {.4, .6})
                                .probabilities()),
                recorded.path("ep500_balance_0.4_0.6").path("p1"));
        assertNear(
                column1(
                        new SnorkelLabelModel(snorkel(500, .1, sgd))
                                .fit(matrixA(), half)
                                .probabilities()),
                recorded.path("ep500_l2_0.1").path("p1"));
        SnorkelFit adam =
                new SnorkelLabelModel(snorkel(500, .5, SnorkelSettings.Optimizer.ADAM))
                        .fit(matrixA(), half);
        assertNear(column1(adam.probabilities()), recorded.path("ep500_adam_l2_0.5").path("p1"));
        assertNear(adam.weights(), recorded.path("ep500_adam_l2_0.5").path("w"));
    }

    @Test
    void snorkelOnB() {
        for (int epochs : new int[] {100, 500, 2000}) {
            JsonNode recorded = B.path("snorkel").path("ep" + epochs);
            SnorkelFit fit =
                    new SnorkelLabelModel(snorkel(epochs, 0, SnorkelSettings.Optimizer.SGD))
                            .fit(DRAWN.matrix(), new double[] {.5, .5});
            double[] p = column1(fit.probabilities());
            assertNear(fit.weights(), recorded.path("w"));
            assertNear(Arrays.copyOf(p, 5), recorded.path("p1first5"));
            assertThat(accuracy(p, DRAWN.gold(), 0))
                    .isCloseTo(recorded.path("acc").doubleValue(), within(1e-9));
        }
    }

    @Test
    void snorkelUntilItRests() {
        SnorkelFit fit =
                new SnorkelLabelModel(SnorkelSettings.CONVERGED)
                        .fit(DRAWN.matrix(), new double[] {.5, .5});
        assertThat(fit.converged()).isTrue();
        assertThat(fit.steps()).isGreaterThanOrEqualTo(1000);
        assertThat(fit.weights())
                .containsExactly(doubles(B.path("snorkel").path("ep2000").path("w")), within(2e-3));
    }

    @Test
    void dawidSkene() {
        DawidSkene.Fit a = new DawidSkene().fit(matrixA());
        JsonNode recorded = A.path("dawidSkeneMissing");
        assertNear(a.priors(), recorded.path("classPrior"));
        assertNear(column1(a.probabilities()), recorded.path("p1"));
        DawidSkene.Fit b = new DawidSkene().fit(DRAWN.matrix());
        JsonNode recordedB = B.path("dawidSkeneMissing");
        assertNear(b.priors(), recordedB.path("classPrior"));
        assertNear(Arrays.copyOf(column1(b.probabilities()), 5), recordedB.path("p1first5"));
        assertThat(accuracy(column1(b.probabilities()), DRAWN.gold(), 0))
                .isCloseTo(recordedB.path("acc").doubleValue(), within(1e-9));
        for (int j = 0; j < 5; j++) {
            for (int y = 0; y < 2; y++) {
                JsonNode row = recordedB.path("confusion").path(j).path(y);
                double[] ours = {b.errors()[j][0][y], b.errors()[j][1][y]};
                assertNear(ours, row);
            }
        }
    }

    @Test
    void flyingSquid() {
        FlyingSquid model = new FlyingSquid(.5);
        JsonNode recorded = A.path("flyingSquid");
        assertNear(model.expectations(matrixA()), recorded.path("a"));
        assertNear(model.label(matrixA(), Gold.none(10)).p(), recorded.path("p1"));
        JsonNode recordedB = B.path("flyingSquid");
        double[] p = model.label(DRAWN.matrix(), Gold.none(1000)).p();
        assertNear(model.expectations(DRAWN.matrix()), recordedB.path("a"));
        assertNear(model.accuracies(DRAWN.matrix()), recordedB.path("accGivenVote"));
        assertNear(Arrays.copyOf(p, 5), recordedB.path("p1first5"));
        assertThat(accuracy(p, DRAWN.gold(), 0))
                .isCloseTo(recordedB.path("acc").doubleValue(), within(1e-9));
    }

    @Test
    void clampedEmOnA() {
        JsonNode recorded = A.path("clampedEm");
        em(recorded.path("none"), Gold.none(10), new double[0]);
        em(
                recorded.path("goldRows0to3"),
                Gold.ofClasses(1, 1, 0, 0, -1, -1, -1, -1, -1, -1),
                new double[0]);
        em(recorded.path("family_0.5_0.5_1_1"), Gold.none(10), new double[] {.5, .5, 1, 1});
    }

    private static void em(JsonNode recorded, Gold gold, double[] families) {
        SymmetricEm.Fit fit = new SymmetricEm(BetaPrior.NORMAL, families).fit(matrixA(), gold);
        assertThat(fit.rounds()).isEqualTo(recorded.path("iters").intValue());
        assertNear(fit.accuracies(), recorded.path("acc"));
        assertNear(fit.p(), recorded.path("p1"));
        if (recorded.has("w")) {
            assertNear(fit.weights(), recorded.path("w"));
        }
    }

    @Test
    void clampedEmOnB() {
        JsonNode recorded = B.path("clampedEm");
        SymmetricEm model = new SymmetricEm(BetaPrior.NORMAL, new double[0]);
        SymmetricEm.Fit none = model.fit(DRAWN.matrix(), Gold.none(1000));
        assertThat(none.rounds()).isEqualTo(131);
        assertNear(none.accuracies(), recorded.path("none").path("accEst"));
        assertNear(Arrays.copyOf(none.p(), 5), recorded.path("none").path("p1first5"));
        assertThat(accuracy(none.p(), DRAWN.gold(), 0)).isCloseTo(.896, within(1e-9));
        SymmetricEm.Fit forty = model.fit(DRAWN.matrix(), DRAWN.firstForty());
        JsonNode recordedForty = recorded.path("goldFirst40");
        assertThat(forty.rounds()).isEqualTo(106);
        assertNear(forty.accuracies(), recordedForty.path("accEst"));
        assertNear(Arrays.copyOfRange(forty.p(), 40, 45), recordedForty.path("p1rows40to44"));
        assertThat(accuracy(forty.p(), DRAWN.gold(), 40))
                .isCloseTo(recordedForty.path("accNonGold").doubleValue(), within(1e-6));
    }

    @Test
    void familiesOfCopiesOnC() {
        Drawn c = copiesC();
        LabelMatrix votes = c.matrix();
        Gold gold = c.firstForty();
        double[][] x = RuleFamilies.excess(votes, gold, RuleFamilies.LEAST_COMMON_VOTES);
        assertThat(x[3][5]).isCloseTo(C.path("excess_3_5").doubleValue(), within(TOLERANCE));
        assertThat(x[3][6]).isCloseTo(C.path("excess_3_6").doubleValue(), within(TOLERANCE));
        assertThat(x[5][6]).isCloseTo(C.path("excess_5_6").doubleValue(), within(TOLERANCE));
        assertThat(x[0][1]).isCloseTo(C.path("excess_0_1").doubleValue(), within(TOLERANCE));
        assertNear(RuleFamilies.weights(x), C.path("familyWeights"));
        assertNear(GoldOnlyWeights.accuracies(votes, gold, BetaPrior.NORMAL), C.path("goldAcc"));
        List<Set<String>> things = Collections.nCopies(votes.rules(), Set.of());
        assertThat(FamilySuggestions.suggest(votes, gold, things))
                .extracting(FamilySuggestions.Suggestion::rules)
                .containsExactly(List.of(3, 5, 6));
    }

    @Test
    void accuracyAndBrierOnC() {
        Drawn c = copiesC();
        LabelMatrix votes = c.matrix();
        JsonNode acc = C.path("accNonGold");
        JsonNode brier = C.path("brierNonGold");
        double[] majority = column1(MajorityVote.probabilities(votes));
        assertThat(accuracy(majority, c.gold(), 40))
                .isCloseTo(acc.path("majorityHalfForTies").doubleValue(), within(1e-6));
        double[] families = RuleFamilies.weights(RuleFamilies.excess(votes, c.firstForty(), 10));
        SymmetricEm plain = new SymmetricEm(BetaPrior.NORMAL, new double[0]);
        SymmetricEm grouped = new SymmetricEm(BetaPrior.NORMAL, families);
        check(plain.fit(votes, Gold.none(1000)).p(), c.gold(), acc, brier, "emNoGold");
        check(plain.fit(votes, c.firstForty()).p(), c.gold(), acc, brier, "emGold");
        SymmetricEm.Fit best = grouped.fit(votes, c.firstForty());
        check(best.p(), c.gold(), acc, brier, "emGoldFamilies");
        assertNear(best.accuracies(), C.path("accEstGoldFamilies"));
    }

    private static void check(
            double[] p, int[] gold, JsonNode accuracy, JsonNode brier, String method) {
        assertThat(accuracy(p, gold, 40))
                .isCloseTo(accuracy.path(method).doubleValue(), within(1e-6));
        Predictions of =
                new Predictions(
                        Arrays.copyOfRange(p, 40, p.length),
                        Arrays.stream(gold, 40, gold.length).asDoubleStream().toArray());
        assertThat(Scores.brier(of)).isCloseTo(brier.path(method).doubleValue(), within(TOLERANCE));
    }

    @Test
    void bradleyTerry() {
        JsonNode recorded = FILE.path("bradleyTerry");
        List<Strengths.Choice> wins =
                recorded.path("wins").properties().stream()
                        .map(
                                e ->
                                        Strengths.Choice.pair(
                                                e.getKey().charAt(0) - 'a',
                                                e.getKey().charAt(2) - 'a',
                                                e.getValue().doubleValue()))
                        .toList();
        Strengths strengths = new Strengths(4, wins);
        double[] likeliest = strengths.maximumLikelihood();
        assertNear(likeliest, recorded.path("logCentred"));
        double total = Arrays.stream(likeliest).map(Math::exp).sum();
        assertNear(
                Arrays.stream(likeliest).map(s -> Math.exp(s) / total).toArray(),
                recorded.path("mle"));
        assertThat(1 / (1 + Math.exp(likeliest[1] - likeliest[0])))
                .isCloseTo(recorded.path("pAoverB").doubleValue(), within(TOLERANCE));
        assertThat(1 / (1 + Math.exp(likeliest[3] - likeliest[0])))
                .isCloseTo(recorded.path("pAoverD").doubleValue(), within(TOLERANCE));
        assertNear(strengths.penalised(.1), recorded.path("ridge0.1"));
        assertNear(strengths.penalised(1), recorded.path("ridge1"));
    }

    @Test
    void mallows() {
        FILE.path("mallows4")
                .properties()
                .forEach(
                        e -> {
                            Mallows mallows = new Mallows(4, Double.parseDouble(e.getKey()));
                            assertThat(mallows.expectedDistance())
                                    .isCloseTo(
                                            e.getValue().path("expectedDistance").doubleValue(),
                                            within(1e-6));
                            assertThat(mallows.logNormaliser())
                                    .isCloseTo(
                                            e.getValue().path("logZ").doubleValue(), within(1e-6));
                        });
    }
}
