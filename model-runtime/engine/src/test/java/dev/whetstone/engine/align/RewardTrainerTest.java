package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.policy.Padding;
import dev.whetstone.engine.policy.RewardPolicy;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.RewardSettings;
import dev.whetstone.runtime.model.RewardSettings.Learned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RewardTrainerTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final Padding PAD = new Padding(469, "<|pad|>");
    private static final ModelRef LLAMA = checkpoint("llama");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Learned.class)
    void learnsThePairsAndItsFolderScoresAlike(Learned learned) {
        List<RewardPair> pairs = pairs(24, 1);
        RewardResult result = train(LLAMA, folder, pairs, settings(learned, .25), RunControl.NONE);
        assertThat(result.first().get("loss")).isCloseTo(Math.log(2), within(.2));
        assertThat(result.last().get("loss")).isLessThan(loss(result.first()) - .1);
        assertThat(result.first())
                .containsKeys(
                        "accuracy",
                        "margin",
                        "min_reward",
                        "mean_reward",
                        "max_reward",
                        "num_tokens",
                        "learning_rate",
                        "grad_norm",
                        "epoch",
                        "global_step");
        assertThat(result.last()).containsKeys("eval_loss", "eval_accuracy", "eval_margin");
        assertThat(result.selfTests())
                .extracting(SelfTest::name)
                .containsExactlyElementsOf(
                        learned == Learned.LORA
                                ? List.of(
                                        "padding",
                                        "adapter-reloaded",
                                        "merged-equals-adapter",
                                        "model-reloaded")
                                : List.of("padding", "model-reloaded"));
        HeldOutResult held = result.heldOut().getFirst();
        assertThat(held.prompts()).isEqualTo(3);
        assertThat(held.pairs()).isEqualTo(6);
        assertThat(result.pairs()).isEqualTo(18);
        assertThat(held.logLoss()).isCloseTo(result.last().get("eval_loss"), within(.01));
        try (RewardPolicy written =
                RewardPolicy.load(ModelRef.of(folder.resolve("model")), ONE_THREAD)) {
            List<int[]> chosen = pairs.stream().map(RewardPair::chosen).toList();
            List<int[]> rejected = pairs.stream().map(RewardPair::rejected).toList();
            List<float[]> high = written.scores(chosen, RunControl.NONE);
            List<float[]> low = written.scores(rejected, RunControl.NONE);
            long right = IntStream.range(0, 24).filter(i -> high.get(i)[0] > low.get(i)[0]).count();
            assertThat(right).isGreaterThan(18);
            assertThat(written.config().ids().pad()).isEqualTo(PAD.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Learned.class)
    void anInterruptedRunRepeatsTheUninterruptedOneToTheLastBit(Learned learned)
            throws IOException {
        List<RewardPair> pairs = pairs(12, 2);
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        train(LLAMA, whole, pairs, settings(learned, .25), RunControl.NONE);
        for (int stop : new int[] {4, 7, 3}) {
            RunControl end = Pairs.endingAfter(stop);
            assertThatThrownBy(() -> train(LLAMA, parts, pairs, settings(learned, .25), end))
                    .isInstanceOf(RunCancelled.class);
        }
        train(LLAMA, parts, pairs, settings(learned, .25), RunControl.NONE);
        assertThat(Files.readAllLines(parts.resolve("metrics.jsonl")))
                .hasSize(12)
                .isEqualTo(Files.readAllLines(whole.resolve("metrics.jsonl")));
        assertThat(parts.resolve("model/model.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("model/model.safetensors"));
    }

    /// The micro-batch of 1,024 tokens fits these pairs as one of 512 does: the same is computed.
    @Test
    void aStepInWhichMemoryRanOutIsDoneAgain() throws IOException {
        List<RewardPair> pairs = pairs(8, 4);
        Path calm = folder.resolve("calm");
        Path scarce = folder.resolve("scarce");
        train(LLAMA, calm, pairs, settings(Learned.LORA, 0), RunControl.NONE);
        Runs.Told told = new Runs.Told();
        RewardTrainer.run(
                LLAMA,
                ONE_THREAD,
                pairs,
                PAD,
                settings(Learned.LORA, 0),
                scarce,
                pass ->
                        (scope, some, plan) -> {
                            RewardStep.Outcome outcome = pass.run(scope, some, plan);
                            if (plan.tokens() > 512) {
                                Runs.exhaustMemory(scope);
                            }
                            return outcome;
                        },
                told);
        assertThat(told.notices)
                .singleElement()
                .asString()
                .contains("Memory ran out in step 1", "512 tokens at a time");
        assertThat(scarce.resolve("model/model.safetensors"))
                .hasSameBinaryContentAs(calm.resolve("model/model.safetensors"));
        assertThat(Files.readString(scarce.resolve("metrics.jsonl")))
                .contains("\"memory/tokens_at_once\":512.0");
    }

    @Test
    void theAdapterOnTheLanguageModelScoresAsTheMergedModel() {
        List<RewardPair> pairs = pairs(8, 3);
        train(LLAMA, folder, pairs, settings(Learned.LORA, 0), RunControl.NONE);
        ModelRef adapted = new ModelRef(LLAMA.folder(), List.of(folder.resolve("adapter")));
        List<int[]> texts = pairs.stream().map(RewardPair::chosen).toList();
        try (RewardPolicy beside = RewardPolicy.load(adapted, ONE_THREAD);
                RewardPolicy merged =
                        RewardPolicy.load(ModelRef.of(folder.resolve("model")), ONE_THREAD)) {
            List<float[]> expected = beside.scores(texts, RunControl.NONE);
            List<float[]> found = merged.scores(texts, RunControl.NONE);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(found.get(i)[0]).isCloseTo(expected.get(i)[0], within(1e-4f));
            }
        }
        PeftAdapter written = PeftAdapter.open(folder.resolve("adapter"));
        assertThat(written.modules()).hasSize(14);
        assertThat(written.saved()).containsKey("score.weight");
    }

    @Test
    void aRewardModelIsTrainedFurther() {
        ModelRef start = checkpoint("reward-llama");
        RewardResult result =
                train(start, folder, pairs(8, 4), settings(Learned.LORA, 0), RunControl.NONE);
        assertThat(result.last().get("loss")).isLessThan(result.first().get("loss"));
        assertThat(result.heldOut()).isEmpty();
        assertThat(result.last()).doesNotContainKey("eval_loss");
    }

    @Test
    void aBaseInBf16IsMultipliedInBf16AndLearntInFp32() {
        RewardResult result =
                RewardTrainer.run(
                        checkpoint("llama-bf16"),
                        new Device("cpu", 1, DType.BF16),
                        pairs(12, 5),
                        PAD,
                        settings(Learned.LORA, 0),
                        folder,
                        RunControl.NONE);
        assertThat(result.last().get("loss")).isLessThan(loss(result.first()) - .1);
        assertThat(result.selfTests()).allMatch(SelfTest::passed);
    }

    @Test
    void microBatchesGiveTheGradientOfTheWholeStep() {
        List<RewardPair> pairs = pairs(9, 6);
        assertThat(RewardStep.parts(pairs, 60))
                .hasSizeGreaterThan(2)
                .allMatch(part -> part.size() * 2 * part.getLast().longest() <= 60)
                .satisfies(
                        parts ->
                                assertThat(parts.stream().flatMap(List::stream))
                                        .containsExactlyInAnyOrderElementsOf(pairs));
        assertThat(RewardStep.parts(pairs, 1)).hasSize(9);
    }

    @Test
    void softLabelsAndMarginsMoveTheLoss() {
        List<RewardPair> sure = pairs(8, 7);
        List<RewardPair> even = sure.stream().map(pair -> with(pair, .5, 0)).toList();
        List<RewardPair> wide = sure.stream().map(pair -> with(pair, 1, 3)).toList();
        RewardSettings settings = settings(Learned.HEAD, 0);
        double plain = firstLoss(sure, settings, "plain");
        assertThat(firstLoss(even, settings, "even")).isGreaterThanOrEqualTo(Math.log(2));
        assertThat(firstLoss(wide, settings, "wide")).isGreaterThan(plain + 1.5);
    }

    private double firstLoss(List<RewardPair> pairs, RewardSettings settings, String name) {
        return train(LLAMA, folder.resolve(name), pairs, settings, RunControl.NONE)
                .first()
                .getOrDefault("loss", Double.NaN);
    }

    @Test
    void refusesTheFolderOfAnotherRun() {
        RewardSettings settings = settings(Learned.HEAD, 0);
        train(LLAMA, folder, pairs(4, 8), settings, RunControl.NONE);
        assertThatThrownBy(() -> train(LLAMA, folder, pairs(4, 9), settings, RunControl.NONE))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("other data, settings or another model");
    }

    @Test
    void dropsAndCountsPairsThatAreTooLong() {
        List<RewardPair> pairs = new ArrayList<>(pairs(4, 10));
        pairs.add(new RewardPair("long", "p", new int[70], new int[] {6}, 1, 0));
        RewardResult result =
                train(LLAMA, folder, pairs, settings(Learned.HEAD, 0), RunControl.NONE);
        assertThat(result.dropped()).isEqualTo(1);
        assertThat(result.pairs()).isEqualTo(4);
    }

    @Test
    void stopsAfterThreeStepsWithoutFiniteNumbersAndNamesPairs() {
        List<RewardPair> pairs =
                pairs(4, 11).stream().map(pair -> with(pair, 1, Double.MAX_VALUE * 2)).toList();
        assertThatThrownBy(
                        () ->
                                train(
                                        LLAMA,
                                        folder,
                                        pairs,
                                        settings(Learned.HEAD, 0),
                                        RunControl.NONE))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("pair-");
    }

    @Test
    void tellsHowFarItIs() {
        List<String> told = new ArrayList<>();
        RunControl control =
                new RunControl() {
                    @Override
                    public Signal atSafePoint() {
                        return Signal.GO_ON;
                    }

                    @Override
                    public void progress(
                            String stage, long done, long total, Map<String, Double> metrics) {
                        told.add(stage + " " + done + "/" + total);
                    }
                };
        train(LLAMA, folder, pairs(4, 12), settings(Learned.HEAD, 0), control);
        assertThat(told)
                .containsExactly(
                        "train 1/6",
                        "train 2/6",
                        "train 3/6",
                        "train 4/6",
                        "train 5/6",
                        "train 6/6",
                        "export 0/1");
    }

    private static RewardPair with(RewardPair pair, double p, double margin) {
        return new RewardPair(pair.id(), pair.prompt(), pair.chosen(), pair.rejected(), p, margin);
    }

    private static double loss(Map<String, Double> metrics) {
        return metrics.getOrDefault("loss", Double.NaN);
    }

    private static ModelRef checkpoint(String name) {
        return ModelRef.of(Golden.folder().resolve("checkpoints").resolve(name));
    }

    /// Two pairs of each prompt; preferred responses are of low ids, the others of high ones.
    private static List<RewardPair> pairs(int count, long seed) {
        Random random = new Random(seed);
        List<RewardPair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] prompt = new Random(seed * 1000 + i / 2).ints(5, 10, 460).toArray();
            pairs.add(
                    new RewardPair(
                            "pair-" + i,
                            "prompt " + i / 2,
                            joined(prompt, random.ints(3 + random.nextInt(6), 10, 120)),
                            joined(prompt, random.ints(3 + random.nextInt(6), 300, 460)),
                            1,
                            0));
        }
        return pairs;
    }

    private static int[] joined(int[] prompt, IntStream answer) {
        return IntStream.concat(IntStream.of(prompt), answer).toArray();
    }

    /// Six epochs of pairs in threes or fours.
    private static RewardSettings settings(Learned learned, double heldOut) {
        double rate =
                switch (learned) {
                    case LORA -> 3e-3;
                    case HEAD -> 1e-2;
                    case FULL -> 1e-3;
                };
        return new RewardSettings(
                learned,
                new LoraSettings(4, 8, List.of()),
                .01,
                rate,
                "cosine",
                0,
                6,
                4,
                64,
                1,
                .01,
                heldOut,
                2,
                11);
    }

    private static RewardResult train(
            ModelRef model,
            Path out,
            List<RewardPair> pairs,
            RewardSettings settings,
            RunControl control) {
        return RewardTrainer.run(model, ONE_THREAD, pairs, PAD, settings, out, control);
    }
}
