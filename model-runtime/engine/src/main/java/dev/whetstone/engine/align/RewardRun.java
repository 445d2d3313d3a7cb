package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.loss.RewardLoss;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.RewardSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One training of a reward model from its start or its last checkpoint to its end.
final class RewardRun {
    private static final int MOST_SKIPPED = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Decoder decoder;
    private final HeldOut parts;
    private final RewardSettings settings;
    private final RewardLoss loss;
    private final EpochOrder<RewardPair> order;
    private final Schedule schedule;
    private final Checkpoint checkpoint;
    private final MetricsLog log;
    private final RewardLearner learner;
    private final AdamW optimizer;
    private final OptimizerState optimizerState;
    private final double paddingLimit;

    private long step;
    private long tokens;
    private double seconds;
    private Map<String, Double> first = Map.of();
    private Map<String, Double> last = Map.of();
    private final List<String> unsound = new ArrayList<>();
    private int skipped;

    RewardRun(
            Decoder decoder,
            HeldOut parts,
            RewardSettings settings,
            Device device,
            Path out,
            String fingerprint) {
        this.decoder = decoder;
        this.parts = parts;
        this.settings = settings;
        this.loss = new RewardLoss(settings.centre());
        this.order =
                new EpochOrder<>(
                        parts.training(),
                        settings.pairsPerStep(),
                        settings.epochs(),
                        settings.seed());
        this.schedule =
                new Schedule(
                        settings.schedule(),
                        settings.learningRate(),
                        settings.warmupSteps(),
                        order.totalSteps());
        this.checkpoint = new Checkpoint(out.resolve("checkpoint"), fingerprint);
        this.log = new MetricsLog(out.resolve("metrics.jsonl"));
        this.learner = RewardLearner.of(decoder, settings, device);
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        learner.model().parameters(),
                        learner.model().decays(),
                        settings.weightDecay());
        this.optimizerState = new OptimizerState(optimizer, decoder.files());
        this.paddingLimit = device.dtype() == DType.FP32 ? 1e-4 : 0.05;
        checkpoint.latest().ifPresent(this::restore);
        log.keep(step);
    }

    /// What a training came to, before its model was read back.
    ///
    /// @param tests passed so far
    record Trained(
            RewardProbe probe,
            RewardExport.Made made,
            RewardResult.Figures figures,
            List<HeldOutResult> heldOut,
            List<SelfTest> tests) {}

    /// Trains to the end, tests itself and writes the model.
    Trained finish(RewardExport export, RunControl control) throws IOException {
        RewardStep pass = new RewardStep(learner.model(), optimizer, loss);
        while (step < order.totalSteps()) {
            if (control.atSafePoint() == RunControl.Signal.END) {
                save();
                throw new RunCancelled();
            }
            train(pass, control);
            if (step % Math.max(1, settings.checkpointEvery()) == 0 && step < order.totalSteps()) {
                save();
            }
        }
        save();
        RewardProbe probe = RewardProbe.of(learner.model(), parts.training());
        SelfTest padding = probe.padding(learner.model(), paddingLimit).require();
        HeldOutResult.Tally tally = new HeldOutResult.Tally();
        if (!parts.measured().isEmpty()) {
            control.progress("evaluate", 0, 1, Map.of());
            measure(tally);
        }
        control.progress("export", 0, 1, Map.of());
        return new Trained(
                probe,
                learner.write(export),
                new RewardResult.Figures(
                        parts.training().size(), step, skipped, tokens, first, last, seconds),
                tally.result(),
                List.of(padding));
    }

    private void train(RewardStep pass, RunControl control) {
        long begin = System.nanoTime();
        List<RewardPair> pairs = order.step(step);
        double rate = schedule.rate(step);
        Map<String, Double> values;
        try (Scope scope = decoder.scope().inner()) {
            RewardStep.Outcome outcome = pass.run(scope, pairs, StepPlan.USUAL.tokens());
            double norm = optimizer.clip(scope, outcome.gradients(), settings.gradClip());
            tokens += outcome.tokens();
            values = outcome.metrics().values();
            values.put("grad_norm", norm);
            if (outcome.unsound().isEmpty() && Double.isFinite(norm)) {
                optimizer.step(outcome.gradients(), rate);
            } else {
                skip(pairs, outcome.unsound());
            }
        }
        step++;
        values.put("learning_rate", rate);
        values.put("epoch", (double) step / order.stepsPerEpoch());
        values.put("global_step", (double) step);
        values.put("num_tokens", (double) tokens);
        values.put("skipped_steps", (double) skipped);
        if (step % order.stepsPerEpoch() == 0 && !parts.measured().isEmpty()) {
            measure(new HeldOutResult.Tally())
                    .values()
                    .forEach((name, value) -> values.put("eval_" + name, value));
        }
        seconds += (System.nanoTime() - begin) / 1e9;
        first = first.isEmpty() ? values : first;
        last = values;
        log.append(values);
        control.progress("train", step, order.totalSteps(), values);
    }

    private RewardMetrics measure(HeldOutResult.Tally tally) {
        return RewardStep.measure(
                learner.model(), loss, parts.measured(), tally, StepPlan.USUAL.tokens());
    }

    private void skip(List<RewardPair> pairs, List<String> suspects) {
        skipped++;
        unsound.addAll(suspects.isEmpty() ? pairs.stream().map(RewardPair::id).toList() : suspects);
        if (skipped >= MOST_SKIPPED) {
            step++;
            save();
            throw new RuntimeFailure(
                    "training.non-finite",
                    "after "
                            + skipped
                            + " steps without finite numbers the training stopped; pairs: "
                            + String.join(", ", unsound.stream().distinct().limit(10).toList()),
                    "look at these pairs, or lower the learning rate");
        }
    }

    private void save() {
        ObjectNode state = JSON.createObjectNode();
        state.put("tokens", tokens);
        state.put("seconds", seconds);
        state.put("skipped", skipped);
        state.put("optimizer_steps", optimizer.steps());
        ArrayNode names = state.putArray("unsound");
        unsound.forEach(names::add);
        state.set("first", JSON.valueToTree(first));
        state.set("last", JSON.valueToTree(last));
        checkpoint.write(step, 0, state, optimizerState.stored());
    }

    private void restore(Checkpoint.Saved saved) {
        JsonNode state = saved.state();
        step = saved.step();
        tokens = state.path("tokens").asLong();
        seconds = state.path("seconds").asDouble();
        skipped = state.path("skipped").asInt();
        state.path("unsound").forEach(name -> unsound.add(name.asText()));
        first = metrics(state.path("first"));
        last = metrics(state.path("last"));
        optimizerState.restore(
                decoder.scope(), saved.tensors(), state.path("optimizer_steps").asLong());
    }

    private static Map<String, Double> metrics(JsonNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        node.properties().forEach(field -> values.put(field.getKey(), field.getValue().asDouble()));
        return values;
    }
}
