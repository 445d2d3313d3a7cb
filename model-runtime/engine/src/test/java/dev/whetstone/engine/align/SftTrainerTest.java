package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.family.SpecialIds;
import dev.whetstone.engine.policy.Generation;
import dev.whetstone.engine.policy.GenerationRequest;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.runtime.model.SftSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftTrainerTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final SpecialIds IDS = new SpecialIds(0, List.of(1), 2);
    private static final SftSettings SETTINGS =
            new SftSettings(32, 2, 4, 2, 64, 40, 32, 1e-2, 5, 120, 128, 0.01, 1, 50, 3);

    @TempDir Path folder;

    /// Texts that say a letter back twice: 0 x 3 x x 1, learnt after the 3.
    private static List<TokenText> echo() {
        List<TokenText> texts = new ArrayList<>();
        for (int x = 5; x < 40; x++) {
            texts.add(
                    new TokenText(
                            new int[] {0, x, 3, x, x, 1},
                            new boolean[] {false, false, false, true, true, true}));
        }
        return texts;
    }

    @Test
    void learnsToCopyAndToStop() {
        SftResult result =
                SftTrainer.run(echo(), IDS, SETTINGS, ONE_THREAD, folder, RunControl.NONE);
        assertThat(result.firstLoss()).isBetween(3.0, 4.5);
        assertThat(result.lastLoss()).isLessThan(0.2);
        try (Policy policy = Policy.load(ModelRef.of(folder), ONE_THREAD)) {
            List<Generation> found = new ArrayList<>();
            policy.generate(
                    List.of(new GenerationRequest("a", new int[] {0, 17, 3})),
                    new Sampling(0, 1, 0, 0, 1, 8, 1),
                    1,
                    (request, samples) -> found.addAll(samples),
                    RunControl.NONE);
            assertThat(found.getFirst().ids()).containsExactly(17, 17, 1);
            assertThat(found.getFirst().finished()).isTrue();
        }
    }

    @Test
    void multiplyingInBf16LearnsAsWell() {
        Device half = new Device("cpu", 1, DType.BF16);
        SftResult result = SftTrainer.run(echo(), IDS, SETTINGS, half, folder, RunControl.NONE);
        assertThat(result.lastLoss()).isLessThan(0.2);
    }

    @Test
    void anInterruptedRunEndsInTheSameWeights() {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        SftTrainer.run(echo(), IDS, SETTINGS, ONE_THREAD, whole, RunControl.NONE);
        assertThatThrownBy(
                        () ->
                                SftTrainer.run(
                                        echo(),
                                        IDS,
                                        SETTINGS,
                                        ONE_THREAD,
                                        parts,
                                        Pairs.endingAfter(31)))
                .isInstanceOf(RunCancelled.class);
        SftTrainer.run(echo(), IDS, SETTINGS, ONE_THREAD, parts, RunControl.NONE);
        assertThat(parts.resolve("metrics.jsonl"))
                .hasSameTextualContentAs(whole.resolve("metrics.jsonl"));
        assertThat(parts.resolve("model.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("model.safetensors"));
    }
}
