package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.engine.weights.TensorInfo;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Merged weights against PEFT's: `lora/llama-all/expected.safetensors`.
class MergerTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final List<int[]> PROMPTS = List.of(new int[] {466, 54, 71}, new int[] {466, 9});

    @TempDir Path folder;

    @Test
    void mergedWeightsAreTheRecordedOnes() {
        Path adapter = Golden.folder().resolve("lora/llama-all");
        Path out = folder.resolve("merged");
        ModelRef model =
                new ModelRef(Golden.folder().resolve("checkpoints/llama"), List.of(adapter));
        MergeResult result = Merger.merge(model, out, PROMPTS, ONE_THREAD);
        assertThat(result.largestLogitDifference()).isLessThan(1e-4);
        assertThat(result.changed()).isEqualTo(14);
        SafetensorsFile recorded = SafetensorsFile.open(adapter.resolve("expected.safetensors"));
        SafetensorsFile written = SafetensorsFile.open(out.resolve("model.safetensors"));
        int compared = 0;
        for (TensorInfo info : recorded.tensors().values()) {
            if (info.name().startsWith("merged.")) {
                String name = info.name().substring("merged.".length());
                assertThat(Golden.floats(written, name))
                        .containsExactly(Golden.floats(recorded, info.name()), within(1e-6f));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(7);
        try (Policy merged = Policy.load(ModelRef.of(out), ONE_THREAD);
                Policy adapted = Policy.load(model, ONE_THREAD)) {
            assertThat(merged.logits(PROMPTS.getFirst()))
                    .containsExactly(adapted.logits(PROMPTS.getFirst()), within(1e-5f));
        }
    }

    @Test
    void roundsToTheTypeOfTheBase() {
        Path out = folder.resolve("merged");
        MergeResult result =
                Merger.merge(
                        new ModelRef(
                                Golden.folder().resolve("checkpoints/llama-bf16"),
                                List.of(Golden.folder().resolve("lora/llama-all"))),
                        out,
                        PROMPTS,
                        ONE_THREAD);
        assertThat(SafetensorsFile.open(out.resolve("model.safetensors")).tensors().values())
                .allMatch(info -> info.type() == StoredType.BF16);
        assertThat(result.largestLogitDifference()).isBetween(1e-4, 1.0);
    }

    @Test
    void overwritesNothing() {
        ModelRef model =
                new ModelRef(
                        Golden.folder().resolve("checkpoints/llama"),
                        List.of(Golden.folder().resolve("lora/llama-all")));
        assertThatThrownBy(() -> Merger.merge(model, folder, PROMPTS, ONE_THREAD))
                .hasMessageContaining("exists already");
    }

    /// Its answer was lost with the process that gave it.
    @Test
    void askedForAgainItAnswersWithWhatIsThere() throws java.io.IOException {
        Path out = folder.resolve("merged");
        ModelRef model =
                new ModelRef(
                        Golden.folder().resolve("checkpoints/llama"),
                        List.of(Golden.folder().resolve("lora/llama-all")));
        // what a run that was cut off left
        java.nio.file.Files.createDirectories(folder.resolve("merged.part"));
        java.nio.file.Files.writeString(folder.resolve("merged.part/tokenizer.json"), "{half");
        MergeResult first = Merger.merge(model, out, PROMPTS, ONE_THREAD);
        assertThat(out.resolve("tokenizer.json")).doesNotExist();
        byte[] weights = java.nio.file.Files.readAllBytes(out.resolve("model.safetensors"));
        assertThat(Merger.merge(model, out, PROMPTS, ONE_THREAD)).isEqualTo(first);
        assertThat(out.resolve("model.safetensors")).hasBinaryContent(weights);
        List<int[]> others = PROMPTS.subList(0, 1);
        assertThatThrownBy(() -> Merger.merge(model, out, others, ONE_THREAD))
                .hasMessageContaining("exists already");
    }
}
