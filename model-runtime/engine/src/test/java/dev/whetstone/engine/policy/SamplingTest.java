package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.Torch;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Choosing a token from probabilities; the processors before it are among the recorded cases.
class SamplingTest {
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
