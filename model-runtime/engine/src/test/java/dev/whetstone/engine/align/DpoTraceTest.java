package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.loss.Discount;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Replays `traces/dpo-lora`: eight steps of TRL's DPOTrainer with PEFT, batch by batch.
class DpoTraceTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final String TRACE = "traces/dpo-lora";

    @Test
    void repeatsLossesNormsAndWeightsOfTheRecordedRun() {
        Path folder = Golden.folder().resolve(TRACE);
        Assumptions.assumeTrue(folder.toFile().isDirectory(), "no " + TRACE);
        JsonNode trace = Golden.json(TRACE + "/trace.json");
        JsonNode settings = trace.path("settings");
        ModelRef base = ModelRef.of(Golden.folder().resolve(trace.path("checkpoint").asText()));
        PeftAdapter start = PeftAdapter.open(folder.resolve(trace.path("start").asText()));
        try (Decoder decoder = Decoder.load(base, ONE_THREAD)) {
            List<Tensor> adapter = decoder.read(start, decoder.scope());
            Learner learner =
                    new AdapterLearner(decoder.forward(start.modules(), adapter), adapter);
            AdamW optimizer =
                    new AdamW(
                            decoder.scope(),
                            adapter,
                            learner.decays(),
                            settings.path("weight_decay").asDouble());
            PairScorer scorer =
                    new PairScorer(
                            decoder,
                            Objective.of(
                                    LossSettings.of(LossType.SIGMOID)
                                            .withBeta(settings.path("beta").asDouble())));
            DpoStep step = new DpoStep(learner, optimizer, scorer);
            Schedule schedule =
                    new Schedule(
                            settings.path("lr_scheduler_type").asText(),
                            settings.path("learning_rate").asDouble(),
                            settings.path("warmup_steps").asInt(),
                            settings.path("max_steps").asLong());
            long tokens = 0;
            for (int i = 0; i < trace.path("steps").size(); i++) {
                JsonNode expected = trace.path("steps").get(i);
                List<TokenPair> pairs = pairs(trace.path("batches").get(i));
                try (Scope scope = decoder.scope().inner()) {
                    DpoStep.Outcome outcome =
                            step.run(
                                    scope,
                                    pairs.stream().map(pair -> scored(decoder, pair)).toList(),
                                    StepPlan.usual(scope));
                    double norm =
                            optimizer.clip(
                                    scope,
                                    outcome.gradients(),
                                    settings.path("max_grad_norm").asDouble());
                    if (i == 0) {
                        compareGradients(folder, start.modules(), outcome.gradients());
                    }
                    double rate = schedule.rate(i);
                    assertThat(rate)
                            .isCloseTo(
                                    expected.path("lr_used_for_this_update").asDouble(),
                                    within(1e-12));
                    double expectedNorm = expected.path("grad_norm_before_clipping").asDouble();
                    assertThat(norm).isCloseTo(expectedNorm, within(1e-4 * expectedNorm));
                    tokens += outcome.metrics().tokens();
                    assertThat((double) tokens).isEqualTo(expected.path("num_tokens").asDouble());
                    compare(outcome.metrics().values(), expected);
                    optimizer.step(outcome.gradients(), rate);
                }
            }
            compareWeights(folder.resolve(trace.path("final").asText()), decoder, start, adapter);
        }
    }

    private static void compare(Map<String, Double> values, JsonNode expected) {
        assertThat(values.get("loss")).isCloseTo(expected.path("loss").asDouble(), within(1e-4));
        for (String name :
                List.of(
                        "rewards/chosen",
                        "rewards/rejected",
                        "rewards/accuracies",
                        "rewards/margins",
                        "logps/chosen",
                        "logps/rejected",
                        "logits/chosen",
                        "logits/rejected",
                        "entropy",
                        "mean_token_accuracy")) {
            double value = expected.path(name).asDouble();
            assertThat(values.get(name))
                    .as(name)
                    .isCloseTo(value, within(1e-4 * Math.max(1, Math.abs(value))));
        }
    }

    private static void compareGradients(
            Path folder, List<AdapterModule> modules, List<Tensor> gradients) {
        SafetensorsFile file =
                SafetensorsFile.open(
                        folder.resolve("first_step_gradients_after_clipping.safetensors"));
        for (int i = 0; i < modules.size(); i++) {
            for (String side : List.of("A", "B")) {
                float[] actual = gradients.get(2 * i + (side.equals("A") ? 0 : 1)).floats();
                String ending = modules.get(i).path() + ".lora_" + side;
                String name =
                        file.names().stream()
                                .filter(n -> n.contains(ending))
                                .findFirst()
                                .orElseThrow();
                assertThat(actual)
                        .as(name)
                        .containsExactly(Golden.floats(file, name), within(1e-5f));
            }
        }
    }

    private static void compareWeights(
            Path folder, Decoder decoder, PeftAdapter start, List<Tensor> adapter) {
        PeftAdapter end = PeftAdapter.open(folder);
        assertThat(end.modules()).isEqualTo(start.modules());
        List<Tensor> expected = decoder.read(end, decoder.scope());
        for (int i = 0; i < adapter.size(); i++) {
            assertThat(adapter.get(i).floats())
                    .containsExactly(expected.get(i).floats(), within(1e-4f));
        }
    }

    private static StepPair scored(Decoder decoder, TokenPair pair) {
        return new StepPair(
                pair,
                References.scores(
                                decoder.forward(),
                                decoder.scope(),
                                List.of(pair),
                                new Discount(1),
                                RunControl.NONE)
                        .getFirst(),
                List.of());
    }

    private static List<TokenPair> pairs(JsonNode batch) {
        int half = batch.path("input_ids").size() / 2;
        List<TokenPair> pairs = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            int[] prompt = part(batch, i, 0);
            pairs.add(
                    new TokenPair(
                            "pair " + i, prompt, part(batch, i, 1), part(batch, half + i, 1), 1));
            assertThat(part(batch, half + i, 0)).isEqualTo(prompt);
        }
        return pairs;
    }

    /// Tokens whose completion mask is `side`.
    private static int[] part(JsonNode batch, int row, int side) {
        List<Integer> ids = new ArrayList<>();
        for (int t = 0; t < batch.path("input_ids").get(row).size(); t++) {
            if (batch.path("attention_mask").get(row).get(t).asInt() == 1
                    && batch.path("completion_mask").get(row).get(t).asInt() == side) {
                ids.add(batch.path("input_ids").get(row).get(t).asInt());
            }
        }
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }
}
