package dev.whetstone.core.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On invented replies of a claims desk whose judge likes a next step and dislikes apologies,
/// and does not care about length.
class RewardModelTest {
    private static final ResponseEncoder ENCODER =
            new ResponseEncoder(new WordHashEncoder(), new TextFeatures());

    private static String reply(Random random, double[] quality) {
        StringBuilder reply = new StringBuilder("We looked at your claim.");
        if (random.nextBoolean()) {
            reply.append(" Please send the receipt by Friday.");
            quality[0] += 2;
        }
        if (random.nextBoolean()) {
            reply.insert(0, "Sorry, unfortunately this took long. ");
            quality[0] -= 2;
        }
        reply.append(" Our team works through all claims in order.".repeat(random.nextInt(3)));
        return reply.toString();
    }

    static List<RewardPair> pairs(int n, long seed) {
        Random random = new Random(seed);
        List<RewardPair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] a = new double[1];
            double[] b = new double[1];
            String replyA = reply(random, a);
            String replyB = reply(random, b);
            double p = 1 / (1 + Math.exp(b[0] - a[0]));
            pairs.add(
                    RewardPair.judged(
                            "pair-" + i,
                            "Question " + i + " about a claim",
                            replyA,
                            replyB,
                            random.nextDouble() < p ? 1 : 0));
        }
        return pairs;
    }

    private static RewardModel train(int n) {
        return new RewardTrainer(RewardSettings.DEFAULT).train(RewardData.of(pairs(n, 1), ENCODER));
    }

    private static ResponseEncoder.Encoded encode(String response) {
        return ENCODER.encode(List.of(new ResponseEncoder.Item("My claim?", response))).getFirst();
    }

    @Test
    void itPrefersWhatTheJudgePreferredAndSaysWhy() {
        RewardModel model = train(300);
        ResponseEncoder.Encoded good =
                encode("We looked at your claim. Please send the receipt by Friday.");
        ResponseEncoder.Encoded bad =
                encode("Sorry, unfortunately this took long. We looked at your claim.");
        assertThat(model.prefers(good, bad)).isGreaterThan(.9);
        assertThat(model.prefers(bad, good)).isCloseTo(1 - model.prefers(good, bad), within(1e-12));
        RewardModel.Explanation why = model.explain(bad, 3);
        double sum =
                why.contributions().stream().mapToDouble(RewardModel.Contribution::logOdds).sum();
        assertThat(sum).isCloseTo(model.score(bad).score(), within(1e-9));
        assertThat(why.contributions().subList(0, 4))
                .extracting(RewardModel.Contribution::feature)
                .contains("apology or refusal");
        assertThat(why.nearest()).hasSize(3);
        assertThat(why.nearest().getFirst().pairId()).startsWith("pair-");
    }

    @Test
    void scoresAreCentredOnTheTrainingResponses() {
        RewardData data = RewardData.of(pairs(100, 1), ENCODER);
        RewardModel model = new RewardTrainer(RewardSettings.DEFAULT).train(data);
        double mean =
                data.responses().stream()
                        .mapToDouble(response -> model.score(response).score())
                        .average()
                        .orElseThrow();
        assertThat(mean).isCloseTo(0, within(1e-5));
    }

    @Test
    void moreJudgementsMeanLessUncertainty() {
        ResponseEncoder.Encoded response =
                encode("We looked at your claim. Please send the receipt by Friday.");
        assertThat(train(400).score(response).uncertainty())
                .isLessThan(train(40).score(response).uncertainty());
    }

    @Test
    void probabilitiesOnUnseenPromptsAreCalibratedAndBeatLength() {
        RewardReport report =
                new RewardEvaluation(RewardSettings.DEFAULT, 5)
                        .evaluate(RewardData.of(pairs(400, 2), ENCODER));
        assertThat(report.pairs()).isEqualTo(400);
        assertThat(report.groups()).isEqualTo(400);
        assertThat(report.accuracy().value()).isGreaterThan(.68);
        assertThat(report.aboveLongest().low()).isPositive();
        assertThat(report.logLoss()).isLessThan(.62);
        assertThat(report.ece()).isLessThan(.08);
    }

    @Test
    void nothingToLearnIsNeverWorseThanACoin() {
        Random random = new Random(5);
        List<RewardPair> noise =
                pairs(120, 3).stream()
                        .map(
                                pair ->
                                        RewardPair.judged(
                                                pair.id(),
                                                pair.prompt(),
                                                pair.a(),
                                                pair.b(),
                                                random.nextInt(2)))
                        .toList();
        RewardReport report =
                new RewardEvaluation(RewardSettings.DEFAULT, 5)
                        .evaluate(RewardData.of(noise, ENCODER));
        assertThat(report.logLoss()).isLessThan(.73);
    }

    @Test
    void rulesTrainButAreNotMeasuredOn() {
        List<RewardPair> mixed = new ArrayList<>(pairs(16, 4));
        for (RewardPair pair : pairs(200, 6)) {
            mixed.add(
                    new RewardPair(
                            "rule-" + pair.id(),
                            "other " + pair.group(),
                            pair.prompt(),
                            pair.a(),
                            pair.b(),
                            .2 + .6 * pair.p(),
                            .5,
                            RewardPair.Origin.RULES));
        }
        RewardReport alone =
                new RewardEvaluation(RewardSettings.DEFAULT, 5)
                        .evaluate(RewardData.of(pairs(16, 4), ENCODER));
        RewardReport helped =
                new RewardEvaluation(RewardSettings.DEFAULT, 5)
                        .evaluate(RewardData.of(mixed, ENCODER));
        assertThat(helped.pairs()).isEqualTo(16);
        assertThat(helped.logLoss()).isLessThan(alone.logLoss());
    }

    /// What is said of a question must not hang on what was chosen there.
    @Test
    void aHeldOutScoreDoesNotKnowItsOwnLabel() {
        List<RewardPair> told = pairs(60, 7);
        RewardEvaluation evaluation = new RewardEvaluation(RewardSettings.DEFAULT, 60);
        double[] before = evaluation.score(RewardData.of(told, ENCODER)).logOdds();
        List<RewardPair> turned = new ArrayList<>(told);
        RewardPair pair = told.get(11);
        turned.set(
                11,
                RewardPair.judged(
                        pair.id(), pair.prompt(), pair.a(), pair.b(), pair.p() > .5 ? 0 : 1));
        double[] after = evaluation.score(RewardData.of(turned, ENCODER)).logOdds();
        assertThat(after[11]).isEqualTo(before[11]);
        assertThat(after[12]).isNotEqualTo(before[12]);
    }

    @Test
    void theReportIsOfTheScoresHeldOut() {
        RewardData data = RewardData.of(pairs(60, 7), ENCODER);
        RewardEvaluation evaluation = new RewardEvaluation(RewardSettings.DEFAULT, 5);
        HeldOutScores scores = evaluation.score(data);
        double right = 0;
        for (int i = 0; i < scores.size(); i++) {
            double undecided = scores.p(i) == .5 ? .5 : 0;
            boolean hit = scores.p(i) > .5 == data.pair(scores.places()[i]).p() > .5;
            right += undecided > 0 ? undecided : hit ? 1 : 0;
        }
        assertThat(evaluation.evaluate(data).accuracy().value()).isEqualTo(right / 60);
    }

    @Test
    void trainingIsDeterministic() {
        assertThat(RewardModelFiles.version(train(50)))
                .isEqualTo(RewardModelFiles.version(train(50)));
    }

    @Test
    void pairsOfOnePromptOrOnlyTiesAreRefused() {
        RewardTrainer trainer = new RewardTrainer(RewardSettings.DEFAULT);
        RewardPair one = RewardPair.judged("x", "p", "a", "b", 1);
        assertThatThrownBy(() -> trainer.train(RewardData.of(List.of(one, one), ENCODER)))
                .hasMessageContaining("at least 2 prompts");
        List<RewardPair> ties =
                List.of(
                        RewardPair.judged("x", "p", "a", "b", .5),
                        RewardPair.judged("y", "q", "c", "d", .5));
        assertThatThrownBy(() -> trainer.train(RewardData.of(ties, ENCODER)))
                .hasMessageContaining("tie");
    }

    @Test
    void aSavedModelScoresTheSame(@TempDir Path folder) throws Exception {
        RewardModel model = train(80);
        Path file = folder.resolve("model.reward");
        RewardModelFiles.save(model, file);
        RewardModel loaded = RewardModelFiles.load(file);
        ResponseEncoder.Encoded response = encode("Please send the receipt by Friday.");
        assertThat(loaded.score(response)).isEqualTo(model.score(response));
        assertThat(loaded.explain(response, 2)).isEqualTo(model.explain(response, 2));
        assertThat(loaded.features()).isEqualTo(model.features());
        assertThat(RewardModelFiles.version(loaded)).isEqualTo(RewardModelFiles.version(model));
    }

    @Test
    void damagedFilesAreRefusedByNameAndField(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("model.reward");
        RewardModelFiles.save(train(40), file);
        byte[] good = Files.readAllBytes(file);
        refused(file, Arrays.copyOf(good, good.length - 4), "bytes of numbers");
        refused(
                file,
                "SQLite format 3, really".getBytes(StandardCharsets.UTF_8),
                "no reward model");
        byte[] longHeader = good.clone();
        ByteBuffer.wrap(longHeader).order(ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE);
        refused(file, longHeader, "header");
        byte[] infinite = good.clone();
        ByteBuffer.wrap(infinite)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(good.length - 4, Float.POSITIVE_INFINITY);
        refused(file, infinite, "not finite");
        String huge =
                new String(good, StandardCharsets.ISO_8859_1)
                        .replace("\"dimensions\":32", "\"dimensions\":-2");
        refused(file, huge.getBytes(StandardCharsets.ISO_8859_1), "dimensions");
    }

    private static void refused(Path file, byte[] bytes, String what) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> RewardModelFiles.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("model.reward", what);
    }
}
