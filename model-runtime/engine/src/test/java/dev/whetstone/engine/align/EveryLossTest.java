package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.runtime.loss.FDivergence;
import dev.whetstone.runtime.loss.LossParameter;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.loss.Weighting;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every loss trains the recorded tiny Llama.
class EveryLossTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final ModelRef LLAMA = ModelRef.of(Golden.folder().resolve("checkpoints/llama"));

    @TempDir Path folder;

    static Stream<LossSettings> losses() {
        return Stream.concat(
                Arrays.stream(LossType.values()).map(LossSettings::of),
                Stream.of(
                        LossSettings.of(List.of(LossType.SIGMOID, LossType.SFT))
                                .withWeights(List.of(1.0, .3)),
                        LossSettings.of(List.of(LossType.AOT, LossType.KTO)),
                        LossSettings.of(LossType.IPO).with(LossParameter.LD_ALPHA, .5),
                        LossSettings.of(LossType.SIGMOID).with(Weighting.WPO),
                        LossSettings.of(LossType.SIGMOID).with(FDivergence.JENSEN_SHANNON)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void startsAtTheReferenceAndResumesToTheLastBit(LossSettings loss) throws IOException {
        List<TokenPair> pairs = Pairs.random(6, 2);
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        DpoResult result = train(whole, pairs, loss, RunControl.NONE);
        assertThat(result.selfTests()).allMatch(SelfTest::passed);
        assertThat(result.selfTests())
                .extracting(SelfTest::name)
                .contains("start-is-reference", "adapter-reloaded", "merged-equals-adapter");
        assertThatThrownBy(() -> train(parts, pairs, loss, Pairs.endingAfter(4)))
                .isInstanceOf(RunCancelled.class);
        train(parts, pairs, loss, RunControl.NONE);
        assertThat(Files.readAllLines(parts.resolve("metrics.jsonl")))
                .hasSize(6)
                .isEqualTo(Files.readAllLines(whole.resolve("metrics.jsonl")));
        assertThat(parts.resolve("adapter/adapter_model.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("adapter/adapter_model.safetensors"));
    }

    @ParameterizedTest
    @EnumSource
    void theLossFalls(LossType type) {
        List<TokenPair> pairs = Pairs.random(4, 3);
        try (Decoder decoder = Decoder.load(LLAMA, ONE_THREAD)) {
            List<AdapterModule> modules =
                    LoraInit.choose(decoder.linearLayers(), List.of("q_proj", "up_proj"), 2, 4);
            DpoSession session =
                    DpoSession.ofAdapter(
                            decoder,
                            modules,
                            new LoraInit(1).draw(decoder.scope(), modules),
                            new DpoSession.Settings(LossSettings.of(type), 0, 1));
            List<DpoSession.Reference> references = session.references(pairs);
            double first = session.step(pairs, references, 5e-3).getOrDefault("loss", Double.NaN);
            double last = first;
            for (int i = 0; i < 12; i++) {
                last = session.step(pairs, references, 5e-3).getOrDefault("loss", Double.NaN);
            }
            assertThat(last).isLessThan(first);
        }
    }

    @Test
    void lossesWithoutAReferenceComputeNone() {
        for (LossType type : List.of(LossType.ORPO, LossType.CPO, LossType.SIMPO, LossType.SFT)) {
            Path out = folder.resolve(type.spelled());
            DpoResult result =
                    train(out, Pairs.random(4, 4), LossSettings.of(type), RunControl.NONE);
            assertThat(out.resolve("checkpoint/reference.safetensors")).doesNotExist();
            assertThat(result.selfTests())
                    .extracting(SelfTest::name)
                    .doesNotContain("reference-unchanged");
        }
    }

    @Test
    void metricsHaveTheNamesThatTrlGivesThem() {
        assertThat(first(LossType.ORPO))
                .contains("nll_loss", "log_odds_ratio", "log_odds_chosen", "rewards/margins");
        assertThat(first(LossType.KTO)).contains("kl", "logps/chosen", "logits/rejected");
        assertThat(first(LossType.CPO)).contains("nll_loss");
        assertThat(first(LossType.SIGMOID)).doesNotContain("nll_loss", "kl");
    }

    @Test
    void ktoStartsAtOneHalfAndMeasuresDriftOnOtherPrompts() {
        DpoResult result =
                train(
                        folder,
                        Pairs.random(6, 5),
                        LossSettings.of(LossType.KTO),
                        RunControl.NONE,
                        12,
                        6);
        assertThat(result.first().get("loss")).isCloseTo(0.5, within(1e-6));
        assertThat(result.first().get("kl")).isCloseTo(0, within(1e-4));
        assertThat(result.last().get("kl")).isNotNaN().isNotNegative();
    }

    @Test
    void ktoNeedsASecondPrompt() {
        List<TokenPair> same =
                Pairs.random(3, 6).stream()
                        .map(
                                pair ->
                                        new TokenPair(
                                                pair.id(),
                                                new int[] {7, 8},
                                                pair.chosen(),
                                                pair.rejected(),
                                                1))
                        .toList();
        assertThatThrownBy(
                        () -> train(folder, same, LossSettings.of(LossType.KTO), RunControl.NONE))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("all pairs have the same");
    }

    private List<String> first(LossType type) {
        DpoResult result =
                train(
                        folder.resolve(type.spelled()),
                        Pairs.random(4, 4),
                        LossSettings.of(type),
                        RunControl.NONE);
        return List.copyOf(result.first().keySet());
    }

    private static DpoResult train(
            Path out, List<TokenPair> pairs, LossSettings loss, RunControl control) {
        return train(out, pairs, loss, control, 2, 2);
    }

    private static DpoResult train(
            Path out,
            List<TokenPair> pairs,
            LossSettings loss,
            RunControl control,
            int epochs,
            int perStep) {
        DpoSettings settings =
                new DpoSettings(
                        loss,
                        new LoraSettings(2, 4, List.of("q_proj", "up_proj")),
                        5e-3,
                        "constant",
                        1,
                        epochs,
                        perStep,
                        64,
                        1,
                        0.01,
                        3,
                        11);
        return DpoTrainer.run(LLAMA, ONE_THREAD, pairs, settings, out, control);
    }
}
