package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients that are partly written by hand, of every family.
class AdapterPassTest {
    private static final int[] PROMPT = {5, 9, 14, 3, 7};
    private static final List<Completion> PAIR =
            List.of(
                    new Completion(PROMPT, new int[] {8, 12, 6, 21}),
                    new Completion(PROMPT, new int[] {4, 17}));

    @ParameterizedTest
    @MethodSource("dev.whetstone.engine.policy.Cases#all")
    void aSmallStepChangesTheScoresAsTheGradientSays(String name, @TempDir Path folder)
            throws Exception {
        try (Decoder decoder = Decoder.load(Cases.model(name, folder), Cases.ONE_THREAD)) {
            Random random = new Random(5);
            List<AdapterModule> modules = modules(decoder);
            List<Tensor> adapter = drawn(decoder, random, modules, 0.3);
            Forward forward = decoder.forward(modules, adapter);
            TokenBatch batch = TokenBatch.of(PAIR);
            float[] weights = {1, -.5f, .25f, 2, -1, .75f};
            try (Scope scope = decoder.scope().inner()) {
                Forward.ScoredPass pass =
                        forward.scored(scope, forward.learn(scope, batch, Layers.KEPT), 4);
                List<Tensor> gradients = forward.gradients(scope, pass, weights);
                double length = 0;
                for (Tensor gradient : gradients) {
                    for (float value : gradient.floats()) {
                        length += (double) value * value;
                    }
                }
                // along the gradient the sum grows by the step times the gradient's length
                double step = 2e-3 / Math.sqrt(length);
                double ahead = moved(decoder, modules, adapter, gradients, step, batch, weights);
                double behind = moved(decoder, modules, adapter, gradients, -step, batch, weights);
                assertThat((ahead - behind) / (2 * step)).isCloseTo(length, within(0.02 * length));
            }
        }
    }

    @Test
    void whatIsComputedAgainIsTheSame() {
        try (Decoder decoder = llama()) {
            List<AdapterModule> modules = modules(decoder);
            List<Tensor> adapter = drawn(decoder, new Random(6), modules, 0.2);
            Forward forward = decoder.forward(modules, adapter);
            TokenBatch batch = TokenBatch.of(PAIR);
            float[] weights = new float[6];
            Arrays.fill(weights, 1);
            try (Scope scope = decoder.scope().inner()) {
                List<Tensor> kept = gradients(forward, scope, batch, Layers.KEPT, weights);
                List<Tensor> again =
                        gradients(forward, scope, batch, Layers.COMPUTED_AGAIN, weights);
                for (int i = 0; i < kept.size(); i++) {
                    assertThat(again.get(i).floats()).isEqualTo(kept.get(i).floats());
                }
            }
        }
    }

    /// A prompt that two rows share is computed once; each row is scored as if it were alone.
    @Test
    void rowsThatShareAPromptScoreAsTheyDoAlone() {
        try (Decoder decoder = llama();
                Scope scope = decoder.scope().inner()) {
            Forward forward = decoder.forward();
            TokenBatch together = TokenBatch.of(PAIR);
            assertThat(Arrays.stream(together.ids()).filter(id -> id > 0))
                    .hasSize(PROMPT.length + 4 + 2);
            float[] scores = forward.logProbs(forward.hidden(scope, together), together);
            for (int row = 0; row < 2; row++) {
                TokenBatch alone = TokenBatch.of(List.of(PAIR.get(row)));
                float[] expected = forward.logProbs(forward.hidden(scope, alone), alone);
                assertThat(
                                Arrays.copyOfRange(
                                        scores,
                                        together.firstTarget(row),
                                        together.firstTarget(row + 1)))
                        .containsExactly(expected, within(1e-5f));
            }
        }
    }

    /// Both rows are as long as padded rows are, so that tokens which only fill up the batch
    /// have no place but the second row's shared prompt.
    @Test
    void gradientsOfRowsThatShareAPromptAddUp() {
        try (Decoder decoder = llama()) {
            List<AdapterModule> modules = modules(decoder);
            List<Tensor> adapter = drawn(decoder, new Random(8), modules, 0.2);
            Forward forward = decoder.forward(modules, adapter);
            int[] prompt = new Random(9).ints(30, 3, 60).toArray();
            List<Completion> rows =
                    List.of(
                            new Completion(prompt, new int[] {7, 8}),
                            new Completion(prompt, new int[] {9, 4}));
            TokenBatch batch = TokenBatch.of(rows);
            assertThat(batch.ids()).hasSize(64);
            assertThat(batch.width()).isEqualTo(32);
            try (Scope scope = decoder.scope().inner()) {
                List<Tensor> together =
                        gradients(forward, scope, batch, Layers.KEPT, new float[] {1, -2, 3, 0.5f});
                List<Tensor> first = alone(forward, scope, rows.get(0), 1, -2);
                List<Tensor> second = alone(forward, scope, rows.get(1), 3, 0.5f);
                for (int i = 0; i < together.size(); i++) {
                    float[] sum = first.get(i).floats();
                    float[] other = second.get(i).floats();
                    for (int j = 0; j < sum.length; j++) {
                        sum[j] += other[j];
                    }
                    assertThat(together.get(i).floats()).containsExactly(sum, within(1e-4f));
                }
            }
        }
    }

    private static List<Tensor> alone(
            Forward forward, Scope scope, Completion row, float... weights) {
        return gradients(forward, scope, TokenBatch.of(List.of(row)), Layers.KEPT, weights);
    }

    /// Rows of several blocks of attention, by our own way and by libtorch's, with windows too.
    @ParameterizedTest
    @MethodSource("dev.whetstone.engine.policy.Cases#all")
    void longRowsAreReadAsLibtorchReadsThem(String name, @TempDir Path folder) throws Exception {
        try (Decoder decoder = Decoder.load(Cases.model(name, folder), Cases.ONE_THREAD);
                Scope scope = decoder.scope().inner()) {
            int longest = Math.min(300, decoder.config().maxPositions());
            Random random = new Random(7);
            TokenBatch batch =
                    TokenBatch.unmarked(
                            List.of(
                                    random.ints(longest, 3, 200).toArray(),
                                    random.ints(longest / 2, 3, 200).toArray()));
            float[] own = decoder.forward().hidden(scope, batch).floats();
            float[] libtorch = decoder.recordingForward().hidden(scope, batch).floats();
            assertThat(own).containsExactly(libtorch, within(2e-4f));
        }
    }

    private static List<Tensor> gradients(
            Forward forward, Scope scope, TokenBatch batch, Layers layers, float[] weights) {
        Forward.AdapterPass pass = forward.learn(scope, batch, layers);
        return forward.gradients(scope, forward.scored(scope, pass, 256), weights);
    }

    private static Decoder llama() {
        return Decoder.load(
                ModelRef.of(Golden.folder().resolve("checkpoints/llama")), Cases.ONE_THREAD);
    }

    private static List<AdapterModule> modules(Decoder decoder) {
        return LoraInit.choose(decoder.linearLayers(), List.of(), 2, 3);
    }

    private static List<Tensor> drawn(
            Decoder decoder, Random random, List<AdapterModule> modules, double size) {
        List<Tensor> tensors = new ArrayList<>();
        for (AdapterModule module : modules) {
            tensors.add(drawn(decoder, random, module.rank(), module.in(), size));
            tensors.add(drawn(decoder, random, module.out(), module.rank(), size));
        }
        return tensors;
    }

    private static Tensor drawn(
            Decoder decoder, Random random, int rows, int columns, double size) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (size * random.nextGaussian());
        }
        return decoder.scope().floats(values, rows, columns);
    }

    private static double moved(
            Decoder decoder,
            List<AdapterModule> modules,
            List<Tensor> adapter,
            List<Tensor> direction,
            double step,
            TokenBatch batch,
            float[] weights) {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < adapter.size(); i++) {
            float[] values = adapter.get(i).floats();
            float[] along = direction.get(i).floats();
            for (int k = 0; k < values.length; k++) {
                values[k] += (float) (step * along[k]);
            }
            tensors.add(decoder.scope().floats(values, adapter.get(i).shape()));
        }
        Forward forward = decoder.forward(modules, tensors);
        try (Scope scope = decoder.scope().inner()) {
            float[] scores = forward.logProbs(forward.hidden(scope, batch), batch);
            double sum = 0;
            for (int i = 0; i < scores.length; i++) {
                sum += (double) weights[i] * scores[i];
            }
            return sum;
        }
    }
}
