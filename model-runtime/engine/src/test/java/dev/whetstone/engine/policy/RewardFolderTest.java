package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewardFolderTest {
    private static final List<int[]> ROWS = List.of(new int[] {5, 6, 7, 8}, new int[] {9, 10});

    @TempDir Path folder;

    @Test
    void aWrittenRewardModelScoresAsTheDecoderItCameFrom() throws IOException {
        Path base = TestModel.chat(folder.resolve("base"));
        Path out = folder.resolve("reward");
        float[] expected;
        try (Decoder decoder = Decoder.scoring(ModelRef.of(base), Cases.ONE_THREAD, 0.5, 7);
                Scope scope = decoder.scope().inner()) {
            TokenBatch batch = TokenBatch.unmarked(ROWS);
            Tensor hidden = decoder.forward().hidden(scope, batch);
            expected = decoder.forward().classify(scope, hidden, batch.lasts()).floats();
            RewardFolder.write(decoder, base, new Padding(469, "<|pad|>"), out);
        }
        try (RewardPolicy policy = RewardPolicy.load(ModelRef.of(out), Cases.ONE_THREAD)) {
            List<float[]> scores = policy.scores(ROWS, RunControl.NONE);
            assertThat(scores.get(0)[0]).isCloseTo(expected[0], within(1e-5f));
            assertThat(scores.get(1)[0]).isCloseTo(expected[1], within(1e-5f));
        }
        assertThat(expected[0]).isNotEqualTo(expected[1]);
        assertThat(out.resolve("tokenizer.json")).exists();
        assertThat(out.resolve("chat_template.jinja")).exists();
    }

    @Test
    void paddingAndBatchMatesDoNotChangeAScore() {
        Path base = Golden.folder().resolve("checkpoints/reward-llama");
        try (RewardPolicy policy = RewardPolicy.load(ModelRef.of(base), Cases.ONE_THREAD)) {
            int pad = policy.config().ids().pad();
            List<float[]> scores =
                    policy.scores(
                            List.of(new int[] {5, 6, 7}, new int[] {5, 6, 7, pad, pad}),
                            RunControl.NONE);
            assertThat(scores.get(0)[0]).isCloseTo(scores.get(1)[0], within(1e-6f));
        }
    }

    @Test
    void aLanguageModelGivesNoScoresAndARewardModelNoText() {
        Path language = Golden.folder().resolve("checkpoints/llama");
        Path reward = Golden.folder().resolve("checkpoints/reward-llama");
        assertThatThrownBy(() -> RewardPolicy.load(ModelRef.of(language), Cases.ONE_THREAD))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("language model");
        assertThatThrownBy(() -> Policy.load(ModelRef.of(reward), Cases.ONE_THREAD))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("scores texts");
    }
}
