package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Steps without finite numbers.
class SkippedStepTest {
    private static final int POISON = 300;
    private static final List<TokenPair> PAIRS = Pairs.random(12, 1);
    private static final DpoSettings SETTINGS = Runs.settings(LossType.SIGMOID, 4);

    @TempDir Path folder;

    @Test
    void aSkippedStepLeavesParametersAndMomentsAlone() throws IOException {
        assertThatThrownBy(
                        () ->
                                Runs.train(
                                        folder,
                                        PAIRS,
                                        SETTINGS,
                                        Runs.usual(),
                                        Pairs.endingAfter(5)))
                .isInstanceOf(RunCancelled.class);
        long steps = Runs.state(folder).path("step").asLong();
        byte[] tensors = Files.readAllBytes(Runs.checkpoint(folder).resolve("tensors.safetensors"));
        assertThatThrownBy(
                        () ->
                                Runs.train(
                                        folder,
                                        PAIRS,
                                        SETTINGS,
                                        Runs.disturbed(
                                                (call, outcome, scope, plan) ->
                                                        new DpoStep.Outcome(
                                                                outcome.gradients(),
                                                                outcome.metrics(),
                                                                List.of("pair-3"))),
                                        Pairs.endingAfter(2)))
                .isInstanceOf(RunCancelled.class);
        assertThat(Runs.state(folder).path("step").asLong()).isEqualTo(steps + 1);
        assertThat(Runs.state(folder).path("optimizer_steps").asLong()).isEqualTo(steps);
        assertThat(Runs.state(folder).path("skipped").asInt()).isEqualTo(1);
        assertThat(Runs.state(folder).path("unsound").get(0).asText()).isEqualTo("pair-3");
        assertThat(Runs.checkpoint(folder).resolve("tensors.safetensors"))
                .hasBinaryContent(tensors);
    }

    @Test
    void twoAreToldAndCountedAndTheRunGoesOn() {
        Runs.Told told = new Runs.Told();
        DpoResult result =
                Runs.train(
                        folder,
                        PAIRS,
                        SETTINGS,
                        Runs.disturbed(
                                (call, outcome, scope, plan) ->
                                        call == 4 || call == 6
                                                ? new DpoStep.Outcome(
                                                        outcome.gradients(),
                                                        outcome.metrics(),
                                                        List.of("pair-3"))
                                                : outcome),
                        told);
        assertThat(result.skippedSteps()).isEqualTo(2);
        assertThat(result.last()).containsEntry("skipped_steps", 2.0);
        assertThat(told.notices)
                .containsExactly(
                        "Step 3 gave no finite numbers and was left out. Pairs: pair-3.",
                        "Step 5 gave no finite numbers and was left out. Pairs: pair-3.");
    }

    /// Also where pairs stand together in the loss, and one spoils all of a step.
    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "IPO", "KTO", "AOT", "SFT"})
    void afterThreeItStopsAndNamesThePairThatIsToBlame(LossType loss) throws IOException {
        ModelRef model = ModelRef.of(poisoned(folder.resolve("model")));
        List<TokenPair> pairs = new ArrayList<>(clean(PAIRS));
        TokenPair of = pairs.get(10);
        int[] chosen = of.chosen().clone();
        chosen[0] = POISON;
        pairs.set(10, new TokenPair(of.id(), of.prompt(), chosen, of.rejected(), of.p()));
        assertThatThrownBy(
                        () ->
                                DpoTrainer.run(
                                        model,
                                        Runs.ONE_THREAD,
                                        pairs,
                                        Runs.settings(loss, 4),
                                        folder.resolve("out"),
                                        RunControl.NONE))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("training.non-finite"))
                .hasMessageContaining("after 3 steps")
                .hasMessageEndingWith("pairs: pair-10");
        assertThat(Runs.state(folder.resolve("out")).path("skipped").asInt()).isEqualTo(3);
    }

    private static List<TokenPair> clean(List<TokenPair> pairs) {
        return pairs.stream()
                .map(
                        pair ->
                                new TokenPair(
                                        pair.id(),
                                        clean(pair.prompt()),
                                        clean(pair.chosen()),
                                        clean(pair.rejected()),
                                        pair.p()))
                .toList();
    }

    private static int[] clean(int[] ids) {
        return Arrays.stream(ids).map(id -> id == POISON ? POISON + 1 : id).toArray();
    }

    /// The recorded Llama with an embedding of infinity for one token.
    private static Path poisoned(Path folder) throws IOException {
        Path from = Golden.folder().resolve("checkpoints/llama");
        Files.createDirectories(folder);
        Files.copy(from.resolve("config.json"), folder.resolve("config.json"));
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(from.resolve("model.safetensors")))
                        .order(ByteOrder.LITTLE_ENDIAN);
        var header =
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(
                                new String(
                                        bytes.array(),
                                        8,
                                        (int) bytes.getLong(0),
                                        java.nio.charset.StandardCharsets.UTF_8));
        var embedding = header.path("model.embed_tokens.weight");
        int hidden = embedding.path("shape").get(1).asInt();
        int begin =
                8
                        + (int) bytes.getLong(0)
                        + embedding.path("data_offsets").get(0).asInt()
                        + 4 * hidden * POISON;
        for (int i = 0; i < hidden; i++) {
            bytes.putFloat(begin + 4 * i, Float.NaN);
        }
        Files.write(folder.resolve("model.safetensors"), bytes.array());
        return folder;
    }
}
