package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.Torch;
import dev.whetstone.engine.weights.SafetensorsFile;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Processed probabilities against Transformers' logits processors: `sampling` of expected/*.json.
/// Settings with processors that are not offered (n-gram ban, typical) are left out.
class SamplingParityTest {
    record Case(String file, int index) {}

    static Stream<Case> cases() {
        return Golden.list("expected").stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith(".json"))
                .flatMap(
                        name -> {
                            JsonNode all = Golden.json("expected/" + name).at("/sampling/cases");
                            return IntStream.range(0, all.size())
                                    .filter(i -> offered(all.get(i).path("settings")))
                                    .mapToObj(i -> new Case(name, i));
                        });
    }

    private static boolean offered(JsonNode settings) {
        return !settings.has("no_repeat_ngram_size") && !settings.has("typical_p");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsTheSameTokensWithTheSameProbabilities(Case one) {
        JsonNode expected = Golden.json("expected/" + one.file());
        JsonNode sampling = expected.path("sampling").path("cases").get(one.index());
        JsonNode settings = sampling.path("settings");
        SafetensorsFile arrays =
                SafetensorsFile.open(
                        Golden.folder().resolve(expected.path("arrays_file").asText()));
        float[] raw = Golden.floats(arrays, "sampling_raw_logits");
        float[] recorded = Golden.floats(arrays, "sampling_probs");
        int steps = sampling.path("kept").size();
        int vocabulary =
                Math.toIntExact(
                        Objects.requireNonNull(arrays.tensors().get("sampling_probs"))
                                .shape()
                                .get(2));
        int[] prompt = Golden.ints(sampling.path("prompt_ids"));
        int[] sampled = Golden.ints(sampling.path("sampled_ids"));
        try (Scope scope = Torch.open(Cases.ONE_THREAD)) {
            Program program = Program.compile(scope, SamplingText.methods());
            for (int step = 0; step < steps; step++) {
                int from = (one.index() * steps + step) * vocabulary;
                int[] history = Arrays.copyOf(prompt, prompt.length + step);
                System.arraycopy(sampled, 0, history, prompt.length, step);
                float[] found =
                        process(
                                scope,
                                program,
                                settings,
                                Arrays.copyOfRange(raw, from, from + vocabulary),
                                history);
                float[] want = Arrays.copyOfRange(recorded, from, from + vocabulary);
                assertThat(found).containsExactly(want, within(1e-5f));
                for (int i = 0; i < vocabulary; i++) {
                    assertThat(found[i] > 0).isEqualTo(want[i] > 0);
                }
            }
        }
    }

    @Test
    void drawsByTheInverseOfTheDistributionFunction() {
        try (Scope scope = Torch.open(Cases.ONE_THREAD)) {
            Program program = Program.compile(scope, SamplingText.methods());
            Tensor probs =
                    scope.floats(new float[] {0, .25f, 0, .75f, 0, 0, .25f, 0, .75f, 0}, 2, 5);
            double almost = 1 - 0x1p-24;
            assertThat(draw(scope, program, probs, 0, 0)).containsExactly(1, 1);
            assertThat(draw(scope, program, probs, .2499, .25)).containsExactly(1, 3);
            assertThat(draw(scope, program, probs, almost, almost)).containsExactly(3, 3);
        }
    }

    @Test
    void findsTheNucleusOfAWideFlatDistribution() {
        int vocabulary = 3000;
        float[] logits = new float[vocabulary];
        for (int i = 0; i < vocabulary; i++) {
            logits[i] = -i * 1e-3f;
        }
        double total = 0;
        for (float logit : logits) {
            total += Math.exp(logit);
        }
        int kept = 0;
        double held = 0;
        while (held < 0.9 * total) {
            held += Math.exp(logits[kept++]);
        }
        try (Scope scope = Torch.open(Cases.ONE_THREAD)) {
            Program program = Program.compile(scope, SamplingText.methods());
            Tensor found =
                    program.call("nucleus")
                            .with(scope.floats(logits, 1, vocabulary))
                            .with(0.9)
                            .infer(scope)
                            .getFirst();
            int finite = 0;
            for (float value : found.floats()) {
                finite += Float.isFinite(value) ? 1 : 0;
            }
            assertThat(finite).isEqualTo(kept);
        }
    }

    private static long[] draw(Scope scope, Program program, Tensor probs, double... uniform) {
        return program.call("draw")
                .with(probs)
                .with(scope.doubles(uniform, uniform.length))
                .infer(scope)
                .getFirst()
                .longs();
    }

    private static float[] process(
            Scope scope, Program program, JsonNode settings, float[] logits, int[] history) {
        float[] seen = new float[logits.length];
        for (int id : history) {
            seen[id] = 1;
        }
        Program cast =
                Program.compile(
                        scope,
                        """
                          def bool(self: __torch__.M, x: Tensor) -> Tensor:
                            return torch.to(x, 11)
                        """);
        Tensor marks =
                cast.call("bool").with(scope.floats(seen, 1, seen.length)).infer(scope).getFirst();
        float[] probs =
                program.call("process")
                        .with(scope.floats(logits, 1, logits.length))
                        .with(marks)
                        .with(settings.path("repetition_penalty").asDouble(1))
                        .with(settings.path("temperature").asDouble(1))
                        .with(settings.path("top_k").asLong(0))
                        .with(settings.path("top_p").asDouble(1))
                        .with(settings.path("min_p").asDouble(0))
                        .infer(scope)
                        .getFirst()
                        .floats();
        double sum = 0;
        for (float p : probs) {
            sum += p;
        }
        for (int i = 0; i < probs.length; i++) {
            probs[i] = (float) (probs[i] / sum);
        }
        return probs;
    }
}
