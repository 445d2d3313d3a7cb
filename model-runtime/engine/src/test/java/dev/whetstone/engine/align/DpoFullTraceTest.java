package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.policy.TokenScores;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replays `traces/dpo-full`, TRL's DPOTrainer on all weights: proves the gradients of every
/// weight, the head's included, on which likelihood training rests.
class DpoFullTraceTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final String TRACE = "traces/dpo-full";

    @TempDir Path folder;

    @Test
    void repeatsLossesNormsAndWeightsOfTheRecordedRun() throws IOException {
        Assumptions.assumeTrue(
                Golden.folder().resolve(TRACE).toFile().isDirectory(), "no " + TRACE);
        JsonNode trace = Golden.json(TRACE + "/trace.json");
        JsonNode settings = trace.path("settings");
        ModelRef base = ModelRef.of(Golden.folder().resolve(trace.path("checkpoint").asText()));
        PreferenceLoss loss = new PreferenceLoss.Sigmoid(settings.path("beta").asDouble());
        Schedule schedule =
                new Schedule(
                        settings.path("lr_scheduler_type").asText(),
                        settings.path("learning_rate").asDouble(),
                        settings.path("warmup_steps").asInt(),
                        settings.path("max_steps").asLong());
        try (Decoder policy = Decoder.load(base, ONE_THREAD);
                Decoder reference = Decoder.load(base, ONE_THREAD)) {
            policy.weights().forEach(Tensor::recordGradients);
            AdamW optimizer =
                    new AdamW(
                            policy.scope(),
                            policy.weights(),
                            policy.decays(),
                            settings.path("weight_decay").asDouble());
            for (int i = 0; i < trace.path("steps").size(); i++) {
                JsonNode expected = trace.path("steps").get(i);
                TokenBatch batch = batch(trace.path("batches").get(i));
                try (Scope scope = policy.scope().inner()) {
                    Forward forward = policy.forward();
                    Tensor hidden = forward.recordedHidden(scope, batch);
                    double[] ours = sums(forward.score(hidden, batch), batch);
                    double[] theirs = reference(reference, batch);
                    float[] weights = new float[batch.targets().length];
                    double mean = weigh(loss, batch, ours, theirs, weights);
                    assertThat(mean).isCloseTo(expected.path("loss").asDouble(), within(1e-4));
                    List<Tensor> leaves = new ArrayList<>(policy.weights());
                    leaves.remove(policy.headIndex());
                    Forward.FullGradients found =
                            forward.fullBackward(scope, hidden, batch, weights, leaves);
                    List<Tensor> gradients = new ArrayList<>(found.leaves());
                    gradients.add(policy.headIndex(), found.head());
                    double norm =
                            optimizer.clip(
                                    scope, gradients, settings.path("max_grad_norm").asDouble());
                    double expectedNorm = expected.path("grad_norm_before_clipping").asDouble();
                    assertThat(norm).isCloseTo(expectedNorm, within(1e-4 * expectedNorm));
                    optimizer.step(gradients, schedule.rate(i));
                }
            }
            compareWeights(policy, trace.path("final").asText());
        }
    }

    private void compareWeights(Decoder policy, String name) throws IOException {
        Path file = folder.resolve("ours.safetensors");
        SafetensorsWriter.write(file, Map.of(), policy.stored(tensor -> StoredType.F32));
        SafetensorsFile ours = SafetensorsFile.open(file);
        SafetensorsFile recorded =
                SafetensorsFile.open(Golden.folder().resolve(TRACE).resolve(name));
        assertThat(ours.names()).containsExactlyInAnyOrderElementsOf(recorded.names());
        for (String tensor : recorded.names()) {
            assertThat(Golden.floats(ours, tensor))
                    .as(tensor)
                    .containsExactly(Golden.floats(recorded, tensor), within(1e-3f));
        }
    }

    private static double weigh(
            PreferenceLoss loss, TokenBatch batch, double[] ours, double[] theirs, float[] into) {
        int pairs = batch.rows() / 2;
        double sum = 0;
        for (int i = 0; i < pairs; i++) {
            int r = pairs + i;
            PairLoss found =
                    loss.of(
                            new PairScores(
                                    ours[i],
                                    ours[r],
                                    theirs[i],
                                    theirs[r],
                                    batch.targetsOf(i),
                                    batch.targetsOf(r)));
            sum += found.loss() / pairs;
            fill(into, batch, i, found.dChosen() / pairs);
            fill(into, batch, r, found.dRejected() / pairs);
        }
        return sum;
    }

    private static void fill(float[] into, TokenBatch batch, int row, double value) {
        java.util.Arrays.fill(
                into, batch.firstTarget(row), batch.firstTarget(row + 1), (float) value);
    }

    private static double[] reference(Decoder decoder, TokenBatch batch) {
        try (Scope scope = decoder.scope().inner()) {
            Forward forward = decoder.forward();
            return sums(forward.score(forward.hidden(scope, batch), batch), batch);
        }
    }

    private static double[] sums(TokenScores scores, TokenBatch batch) {
        double[] sums = new double[batch.rows()];
        for (int row = 0; row < sums.length; row++) {
            for (int i = batch.firstTarget(row); i < batch.firstTarget(row + 1); i++) {
                sums[row] += scores.logProb(i);
            }
        }
        return sums;
    }

    private static TokenBatch batch(JsonNode recorded) {
        List<int[]> rows = new ArrayList<>();
        List<boolean[]> marks = new ArrayList<>();
        for (int r = 0; r < recorded.path("input_ids").size(); r++) {
            int[] ids = Golden.ints(recorded.path("input_ids").get(r));
            boolean[] mark = new boolean[ids.length];
            for (int t = 0; t < ids.length; t++) {
                mark[t] = recorded.path("completion_mask").get(r).get(t).asInt() == 1;
            }
            rows.add(ids);
            marks.add(mark);
        }
        return TokenBatch.of(rows, marks);
    }
}
