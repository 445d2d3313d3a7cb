package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.Torch;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Choosing a token from probabilities; the processors before it are among the recorded cases.
class SamplingTest {
    private static final String SOFTMAX =
            """
              def soft(self: __torch__.M, x: Tensor) -> Tensor:
                return torch.softmax(x, -1)
            """;

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

    /// Without writing a probability for every token it draws what is drawn from all.
    @Test
    void theMostProbableTokensAnswerForAll() {
        int rows = 64;
        int vocabulary = 4096;
        Random random = new Random(4);
        float[] logits = new float[rows * vocabulary];
        double[] uniform = new double[rows];
        for (int row = 0; row < rows; row++) {
            // some rows are so flat that the most probable ones do not hold the nucleus
            double spread = row % 8 == 0 ? 0.3 : 2.5 + row % 3;
            for (int i = 0; i < vocabulary; i++) {
                logits[row * vocabulary + i] = (float) (spread * random.nextGaussian());
            }
            uniform[row] = random.nextInt(1 << 24) * 0x1p-24;
        }
        try (Scope scope = Torch.open(Cases.ONE_THREAD)) {
            Program program = Program.compile(scope, SamplingText.methods() + SOFTMAX);
            Tensor x = scope.floats(logits, rows, vocabulary);
            Tensor u = scope.doubles(uniform, rows);
            Tensor kept = program.call("nucleus").with(x).with(0.9).infer(scope).getFirst();
            Tensor probs = program.call("soft").with(kept).infer(scope).getFirst();
            List<Tensor> found = program.call("among_best").with(x).with(u).with(0.9).infer(scope);
            assertThat(found.get(1).longs()).contains(0, 8).hasSizeLessThan(rows / 2);
            assertThat(
                            program.call("sample")
                                    .with(x)
                                    .with(x)
                                    .with(u)
                                    .with(scope.longs(new long[0], 0, 2))
                                    .with(1.0)
                                    .with(1.0)
                                    .with(0L)
                                    .with(0.9)
                                    .with(0.0)
                                    .with(1.0)
                                    .infer(scope)
                                    .getFirst()
                                    .longs())
                    .isEqualTo(
                            program.call("draw")
                                    .with(probs)
                                    .with(u)
                                    .infer(scope)
                                    .getFirst()
                                    .longs());
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

    @Test
    void bansWhatWouldRepeatASequence() {
        assertThat(RepeatedNgrams.banned(List.of(new int[] {5, 6, 7, 5, 6}), 3))
                .containsExactly(0, 7);
        assertThat(RepeatedNgrams.banned(List.of(new int[] {5}, new int[] {5, 5}), 2))
                .containsExactly(1, 5);
        assertThat(RepeatedNgrams.banned(List.of(new int[] {3, 4}), 1)).containsExactly(0, 3, 0, 4);
        assertThat(RepeatedNgrams.banned(List.of(new int[] {3, 3}), 0)).isEmpty();
    }
}
