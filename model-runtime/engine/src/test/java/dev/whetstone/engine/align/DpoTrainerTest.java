package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DpoTrainerTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final ModelRef LLAMA = ModelRef.of(Golden.folder().resolve("checkpoints/llama"));

    @TempDir Path folder;

    @Test
    void learnsThePairsAndPassesItsSelfTests() {
        DpoResult result = train(folder, Pairs.random(12, 1), settings("sigmoid"), RunControl.NONE);
        assertThat(result.first().get("loss")).isCloseTo(Math.log(2), within(1e-5));
        assertThat(result.first().get("rewards/chosen")).isCloseTo(0, within(1e-5));
        assertThat(result.first().get("learning_rate")).isZero();
        assertThat(result.last().get("loss")).isLessThan(0.55);
        assertThat(result.last().get("rewards/margins")).isPositive();
        assertThat(result.klToBase()).isFinite();
        assertThat(result.selfTests())
                .extracting(SelfTest::name)
                .containsExactly(
                        "padding",
                        "probe-reloaded",
                        "start-is-reference",
                        "reference-unchanged",
                        "adapter-reloaded",
                        "merged-equals-adapter");
        assertThat(result.selfTests()).allMatch(SelfTest::passed);
        PeftAdapter adapter = PeftAdapter.open(folder.resolve("adapter"));
        assertThat(adapter.modules()).hasSize(14).allMatch(module -> module.scale() == 2);
    }

    @Test
    void anInterruptedRunRepeatsTheUninterruptedOneToTheLastBit() throws IOException {
        List<TokenPair> pairs = Pairs.random(10, 2);
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        train(whole, pairs, settings("sigmoid"), RunControl.NONE);
        for (int stop : new int[] {4, 7, 3}) {
            assertThatThrownBy(
                            () -> train(parts, pairs, settings("sigmoid"), Pairs.endingAfter(stop)))
                    .isInstanceOf(RunCancelled.class);
        }
        train(parts, pairs, settings("sigmoid"), RunControl.NONE);
        assertThat(Files.readAllLines(parts.resolve("metrics.jsonl")))
                .isEqualTo(Files.readAllLines(whole.resolve("metrics.jsonl")));
        assertThat(parts.resolve("adapter/adapter_model.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("adapter/adapter_model.safetensors"));
    }

    @Test
    void anHalfWrittenCheckpointIsNotSeen() throws IOException {
        List<TokenPair> pairs = Pairs.random(6, 3);
        assertThatThrownBy(() -> train(folder, pairs, settings("sigmoid"), Pairs.endingAfter(5)))
                .isInstanceOf(RunCancelled.class);
        Path broken = folder.resolve("checkpoint/writing.part");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("state.json"), "{");
        assertThat(train(folder, pairs, settings("sigmoid"), RunControl.NONE).steps())
                .isEqualTo(12);
        assertThat(broken).doesNotExist();
    }

    @Test
    void refusesTheFolderOfAnotherRun() {
        assertThatThrownBy(
                        () ->
                                train(
                                        folder,
                                        Pairs.random(6, 4),
                                        settings("sigmoid"),
                                        Pairs.endingAfter(4)))
                .isInstanceOf(RunCancelled.class);
        assertThatThrownBy(
                        () ->
                                train(
                                        folder,
                                        Pairs.random(6, 5),
                                        settings("sigmoid"),
                                        RunControl.NONE))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("other data, settings or another model");
    }

    @Test
    void aBaseInBf16IsTrainedWithAnAdapterInFp32() {
        ModelRef base = ModelRef.of(Golden.folder().resolve("checkpoints/llama-bf16"));
        DpoResult result =
                DpoTrainer.run(
                        base,
                        new Device("cpu", 1, DType.BF16),
                        Pairs.random(12, 1),
                        settings("sigmoid"),
                        folder,
                        RunControl.NONE);
        assertThat(result.last().get("loss")).isLessThan(0.6);
        assertThat(result.selfTests()).allMatch(SelfTest::passed);
    }

    @Test
    void otherLossesStartWhereTheyShould() {
        DpoResult hinge = train(folder, Pairs.random(4, 6), settings("hinge"), RunControl.NONE);
        assertThat(hinge.first().get("loss")).isCloseTo(1, within(1e-5));
    }

    @Test
    void dropsAndCountsPairsThatAreTooLong() {
        List<TokenPair> pairs = new ArrayList<>(Pairs.random(4, 7));
        pairs.add(new TokenPair("long", new int[70], new int[] {5}, new int[] {6}, 1));
        DpoResult result = train(folder, pairs, settings("sigmoid"), RunControl.NONE);
        assertThat(result.dropped()).isEqualTo(1);
        assertThat(result.pairs()).isEqualTo(4);
    }

    @Test
    void stopsAfterThreeStepsWithoutFiniteNumbersAndNamesPairs() {
        DpoSettings wild =
                new DpoSettings(
                        LossSettings.of(LossType.SIGMOID).withBeta(1e308),
                        lora(),
                        1e-3,
                        "constant",
                        0,
                        9,
                        4,
                        64,
                        1,
                        0,
                        100,
                        1);
        assertThatThrownBy(() -> train(folder, Pairs.random(4, 8), wild, RunControl.NONE))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("pair-");
    }

    private static LoraSettings lora() {
        return new LoraSettings(4, 8, List.of());
    }

    /// Six epochs of pairs in fours.
    private static DpoSettings settings(String loss) {
        return new DpoSettings(
                LossSettings.of(LossType.named(loss)).withBeta(0.1),
                lora(),
                5e-3,
                "cosine",
                1,
                6,
                4,
                64,
                1,
                0.01,
                2,
                11);
    }

    private static DpoResult train(
            Path out, List<TokenPair> pairs, DpoSettings settings, RunControl control) {
        return DpoTrainer.run(LLAMA, ONE_THREAD, pairs, settings, out, control);
    }
}
