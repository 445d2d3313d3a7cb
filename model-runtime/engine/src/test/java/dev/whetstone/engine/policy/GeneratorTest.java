package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final Sampling WARM = new Sampling(1.3, 0.95, 0, 0, 1.1, 1000, 11);

    /// Rows that ended make room for prompts that wait; nobody's answer depends on whose room it
    /// was.
    @Test
    void promptsThatWaitedAreAnsweredAsIfTheyHadNot() {
        ModelRef llama = ModelRef.of(Golden.folder().resolve("checkpoints/llama"));
        Random random = new Random(2);
        List<GenerationRequest> requests = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            requests.add(
                    new GenerationRequest(
                            "p" + i, random.ints(2 + random.nextInt(20), 5, 400).toArray()));
        }
        try (Decoder decoder = Decoder.packed(llama, Cases.ONE_THREAD)) {
            Forward forward = decoder.forward();
            List<List<Generation>> together = run(decoder, forward, requests, 64);
            List<List<Generation>> waiting = run(decoder, forward, requests, 5);
            assertThat(together.stream().flatMap(List::stream).map(g -> g.ids().length).distinct())
                    .hasSizeGreaterThan(2);
            for (int i = 0; i < requests.size(); i++) {
                for (int n = 0; n < 2; n++) {
                    assertThat(waiting.get(i).get(n).ids()).isEqualTo(together.get(i).get(n).ids());
                }
            }
        }
    }

    private static List<List<Generation>> run(
            Decoder decoder, Forward forward, List<GenerationRequest> requests, int rows) {
        List<Integer> ended = new ArrayList<>();
        List<List<Generation>> answers =
                new Generator(forward, WARM, 2, rows, RunControl.NONE)
                        .run(decoder.scope(), requests, (done, tokens) -> ended.add(done));
        assertThat(ended).isSorted().last().isEqualTo(2 * requests.size());
        return answers;
    }
}
