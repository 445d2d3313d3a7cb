package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DpoSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a checkpoint of a training holds.
class CheckpointTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<TokenPair> PAIRS = Pairs.random(12, 1);
    private static final DpoSettings SETTINGS = Runs.settings(LossType.SIGMOID, 4);

    @TempDir Path folder;

    @BeforeEach
    void trainForAWhile() {
        assertThatThrownBy(
                        () ->
                                Runs.train(
                                        folder,
                                        PAIRS,
                                        SETTINGS,
                                        Runs.usual(),
                                        Pairs.endingAfter(8)))
                .isInstanceOf(RunCancelled.class);
    }

    @Test
    void adapterAndMomentsAreInIt() throws IOException {
        SafetensorsFile tensors =
                SafetensorsFile.open(Runs.checkpoint(folder).resolve("tensors.safetensors"));
        // A and B of fourteen layers
        assertThat(tensors.names()).hasSize(3 * 28);
        for (String group : List.of("parameter", "mean", "square")) {
            assertThat(tensors.names()).contains(group + ".0", group + ".27");
        }
    }

    @Test
    void scheduleRandomNumbersCursorStageAndHashAreInIt() throws IOException {
        var state = Runs.state(folder);
        long step = state.path("step").asLong();
        assertThat(step).isBetween(1L, 8L);
        assertThat(state.path("optimizer_steps").asLong()).isEqualTo(step);
        assertThat(state.path("stage").asText()).isEqualTo("train");
        assertThat(state.path("fingerprint").asText()).matches("[0-9a-f]{64}");
        assertThat(state.path("schedule").path("name").asText()).isEqualTo("cosine");
        assertThat(state.path("schedule").path("next_rate").asText())
                .isEqualTo(Double.toString(new Schedule("cosine", 5e-3, 1, 9).rate(step)));
        assertThat(state.path("cursor").path("seed").asLong()).isEqualTo(11);
        assertThat(state.path("cursor").path("epoch").asLong()).isEqualTo(step / 3);
        assertThat(state.path("cursor").path("pair").asLong()).isEqualTo(step % 3 * 4);
        assertThat(state.path("plan").path("tokens").asInt()).isEqualTo(StepPlan.ON_PROCESSORS);
        assertThat(state.path("tests").findValuesAsText("name"))
                .containsExactly("padding", "probe-reloaded", "start-is-reference");
    }

    @ParameterizedTest
    @CsvSource({"schedule, next_rate", "cursor, pair", "cursor, seed"})
    void oneThatWouldGoOnElsewhereIsRefused(String of, String field) throws IOException {
        Path file = Runs.checkpoint(folder).resolve("state.json");
        ObjectNode state = (ObjectNode) JSON.readTree(file.toFile());
        ((ObjectNode) state.path(of)).put(field, 12345);
        Files.writeString(file, JSON.writeValueAsString(state));
        assertThatThrownBy(() -> Runs.train(folder, PAIRS, SETTINGS))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("checkpoint.mismatch"))
                .hasMessageContaining(of);
    }

    @Test
    void metricsOfStepsThatItHasNotSeenAreDropped() throws IOException {
        long step = Runs.state(folder).path("step").asLong();
        Path file = folder.resolve("metrics.jsonl");
        List<String> kept = Files.readAllLines(file);
        assertThat(kept).hasSize((int) step);
        Files.writeString(file, Files.readString(file) + "{\"loss\":0.1}\n{\"lo");
        new MetricsLog(file).keep(step);
        assertThat(Files.readAllLines(file)).isEqualTo(kept);
        new MetricsLog(file).keep(0);
        assertThat(file).isEmptyFile();
    }
}
