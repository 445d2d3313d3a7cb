package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Layers;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.loss.Weighting;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DpoStepTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final ModelRef LLAMA = ModelRef.of(Golden.folder().resolve("checkpoints/llama"));
    private static final int WHOLE = 1 << 20;
    private static final int ONE_PAIR = 1;

    private record Found(double loss, List<float[]> gradients, List<Double> metrics) {}

    static Stream<LossSettings> losses() {
        return Stream.concat(
                Arrays.stream(LossType.values()).map(LossSettings::of),
                Stream.of(
                        LossSettings.of(List.of(LossType.SIGMOID, LossType.SFT))
                                .with(Weighting.WPO)));
    }

    /// What memory allows must not change what is learnt.
    @ParameterizedTest
    @MethodSource("losses")
    void aStepInMicroBatchesIsTheStep(LossSettings loss) {
        try (Decoder decoder = Decoder.load(LLAMA, ONE_THREAD)) {
            List<AdapterModule> modules =
                    LoraInit.choose(decoder.linearLayers(), List.of("v_proj"), 2, 4);
            List<Tensor> adapter = new ArrayList<>();
            Random random = new Random(3);
            for (AdapterModule module : modules) {
                adapter.add(drawn(decoder, random, module.rank(), module.in()));
                adapter.add(drawn(decoder, random, module.out(), module.rank()));
            }
            Learner learner = new AdapterLearner(decoder.forward(modules, adapter), adapter);
            Found whole = step(decoder, learner, loss, WHOLE);
            Found parts = step(decoder, learner, loss, ONE_PAIR);
            assertThat(parts.loss())
                    .isCloseTo(whole.loss(), within(1e-5 * Math.max(1, Math.abs(whole.loss()))));
            for (int i = 0; i < whole.metrics().size(); i++) {
                assertThat(parts.metrics().get(i)).isCloseTo(whole.metrics().get(i), within(1e-3));
            }
            for (int i = 0; i < adapter.size(); i++) {
                float size = largest(whole.gradients().get(i));
                assertThat(parts.gradients().get(i))
                        .containsExactly(whole.gradients().get(i), within(1e-4f * size + 1e-9f));
            }
        }
    }

    private static Tensor drawn(Decoder decoder, Random random, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.05 * random.nextGaussian());
        }
        return decoder.scope().floats(values, rows, columns);
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static Found step(
            Decoder decoder, Learner learner, LossSettings loss, int microTokens) {
        Objective objective = Objective.of(loss);
        AdamW optimizer = new AdamW(decoder.scope(), learner.parameters(), learner.decays(), 0);
        PairScorer scorer = new PairScorer(decoder, objective);
        List<TokenPair> pairs = Pairs.random(5, 9);
        try (Scope scope = decoder.scope().inner()) {
            DpoStep.Outcome outcome =
                    new DpoStep(learner, optimizer, scorer)
                            .run(
                                    scope,
                                    scored(decoder, pairs, objective),
                                    new StepPlan(microTokens, Layers.KEPT, 256));
            assertThat(outcome.unsound()).isEmpty();
            return new Found(
                    outcome.metrics().loss(),
                    outcome.gradients().stream().map(Tensor::floats).toList(),
                    List.copyOf(outcome.metrics().values().values()));
        }
    }

    private static List<StepPair> scored(
            Decoder decoder, List<TokenPair> pairs, Objective objective) {
        List<ReferenceScore> references =
                References.scores(
                        decoder.forward(),
                        decoder.scope(),
                        pairs,
                        objective.discount(),
                        RunControl.NONE);
        List<List<Completion>> mismatched = Mismatches.of(pairs, 128);
        List<StepPair> result = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            List<StepPair.Mismatch> rows = new ArrayList<>();
            if (objective.usesMismatched()) {
                mismatched
                        .get(i)
                        .forEach(row -> rows.add(new StepPair.Mismatch(row, -3.0 * row.length())));
            }
            result.add(new StepPair(pairs.get(i), references.get(i), rows));
        }
        return result;
    }
}
