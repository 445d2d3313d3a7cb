package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One DPO training from its start or its last checkpoint to its end.
final class DpoRun {
    private static final int MOST_SKIPPED = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Decoder decoder;
    private final ModelRef model;
    private final List<AdapterModule> modules;
    private final DpoSettings settings;
    private final Path out;
    private final RunControl control;
    private final PairOrder order;
    private final Schedule schedule;
    private final Checkpoint checkpoint;
    private final MetricsLog log;
    private final Forward base;
    private final Learner learner;
    private final AdamW optimizer;
    private final OptimizerState optimizerState;
    private final PairScorer scorer;
    private final References references;

    private long step;
    private long tokens;
    private double seconds;
    private Map<String, Double> first = Map.of();
    private Map<String, Double> last = Map.of();
    private final List<String> unsound = new ArrayList<>();
    private int skipped;
    private double startDifference;

    DpoRun(
            Decoder decoder,
            ModelRef model,
            List<AdapterModule> modules,
            List<TokenPair> pairs,
            DpoSettings settings,
            Path out,
            String fingerprint,
            RunControl control) {
        this.decoder = decoder;
        this.model = model;
        this.modules = modules;
        this.settings = settings;
        this.out = out;
        this.control = control;
        this.order =
                new PairOrder(pairs, settings.pairsPerStep(), settings.epochs(), settings.seed());
        this.schedule =
                new Schedule(
                        settings.schedule(),
                        settings.learningRate(),
                        settings.warmupSteps(),
                        order.totalSteps());
        this.checkpoint = new Checkpoint(out.resolve("checkpoint"), fingerprint);
        this.log = new MetricsLog(out.resolve("metrics.jsonl"));
        this.base = decoder.forward();
        List<Tensor> adapter = new LoraInit(settings.seed()).draw(decoder.scope(), modules);
        this.learner = new AdapterLearner(decoder.forward(modules, adapter), adapter);
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        learner.parameters(),
                        learner.decays(),
                        settings.weightDecay());
        this.optimizerState = new OptimizerState(optimizer, decoder.files());
        Optional<Checkpoint.Saved> saved = checkpoint.latest();
        Objective objective = Objective.of(settings.loss());
        this.scorer = new PairScorer(decoder, objective);
        this.references =
                References.of(
                        out.resolve("checkpoint").resolve("reference.safetensors"),
                        fingerprint,
                        pairs,
                        mismatched(pairs, objective),
                        objective,
                        base,
                        decoder.scope(),
                        control);
        saved.ifPresent(this::restore);
        log.keep(step);
    }

    private List<List<Completion>> mismatched(List<TokenPair> pairs, Objective objective) {
        if (!objective.usesMismatched()) {
            return Collections.nCopies(pairs.size(), List.of());
        }
        int most = Math.min(settings.maxTokens(), decoder.config().maxPositions());
        List<List<Completion>> rows = Mismatches.of(pairs, most);
        if (rows.stream().allMatch(List::isEmpty)) {
            throw new RuntimeFailure(
                    "training.one-prompt",
                    settings.loss().words()
                            + " scores responses to other prompts, and all pairs have the same",
                    "add pairs of other prompts, or choose another loss");
        }
        return rows;
    }

    /// Trains to the end, tests itself and writes the adapter.
    DpoResult finish(int dropped) {
        DpoStep pass = new DpoStep(learner, optimizer, scorer);
        while (step < order.totalSteps()) {
            if (control.atSafePoint() == RunControl.Signal.END) {
                save();
                throw new RunCancelled();
            }
            train(pass);
            if (step % Math.max(1, settings.checkpointEvery()) == 0 && step < order.totalSteps()) {
                save();
            }
        }
        save();
        DpoSelfTests tests =
                new DpoSelfTests(decoder, model, modules, learner.parameters(), order.pairs());
        double divergence = tests.divergence(learner.policy(), base, settings.seed());
        List<SelfTest> results = new ArrayList<>();
        results.add(startTest());
        results.addAll(references.unchanged(base, decoder.scope(), order.pairs()));
        results.forEach(SelfTest::require);
        results.add(tests.padding(learner.policy()).require());
        Path folder = out.resolve("adapter");
        tests.write(folder);
        results.addAll(tests.reloadedAndMerged(learner.policy(), folder));
        results.forEach(SelfTest::require);
        return new DpoResult(
                order.pairs().size(),
                dropped,
                step,
                skipped,
                tokens,
                first,
                last,
                divergence,
                seconds,
                results);
    }

    private void train(DpoStep pass) {
        long begin = System.nanoTime();
        List<TokenPair> pairs = order.step(step);
        double rate = schedule.rate(step);
        Map<String, Double> values = new LinkedHashMap<>();
        try (Scope scope = decoder.scope().inner()) {
            List<StepPair> scored = pairs.stream().map(references::of).toList();
            DpoStep.Outcome outcome = pass.run(scope, scored, StepPlan.USUAL);
            double norm = optimizer.clip(scope, outcome.gradients(), settings.gradClip());
            tokens += outcome.metrics().tokens();
            values.putAll(outcome.metrics().values());
            values.put("grad_norm", norm);
            if (step == 0) {
                StepMetrics level = scorer.measure(base, scope, scored, StepPlan.USUAL);
                startDifference = difference(outcome.metrics(), level);
                startTest().require();
            }
            if (outcome.unsound().isEmpty() && Double.isFinite(norm)) {
                optimizer.step(outcome.gradients(), rate);
            } else {
                skip(pairs, outcome.unsound());
            }
        }
        step++;
        seconds += (System.nanoTime() - begin) / 1e9;
        values.put("learning_rate", rate);
        values.put("epoch", (double) step / order.stepsPerEpoch());
        values.put("global_step", (double) step);
        values.put("num_tokens", (double) tokens);
        values.put("skipped_steps", (double) skipped);
        first = first.isEmpty() ? values : first;
        last = values;
        log.append(values);
        control.progress("train", step, order.totalSteps(), values);
    }

    private void skip(List<TokenPair> pairs, List<String> suspects) {
        skipped++;
        unsound.addAll(suspects.isEmpty() ? pairs.stream().map(TokenPair::id).toList() : suspects);
        if (skipped >= MOST_SKIPPED) {
            step++;
            save();
            throw new RuntimeFailure(
                    "training.non-finite",
                    "after "
                            + skipped
                            + " steps without finite numbers the training stopped; pairs: "
                            + String.join(", ", unsound.stream().distinct().limit(10).toList()),
                    "look at these pairs, or lower the learning rate; the last good adapter is"
                            + " in the checkpoint");
        }
    }

    /// Before the first update the policy is the base, so that the loss is the base's, and rewards
    /// against the reference are 0.
    private double difference(StepMetrics found, StepMetrics level) {
        double loss = Math.abs(found.loss() - level.loss()) / Math.max(1, Math.abs(level.loss()));
        double reward = scorer.objective().usesReference() ? found.largestReward() : 0;
        return Double.isFinite(level.loss()) ? Math.max(loss, reward) : 0;
    }

    private SelfTest startTest() {
        return new SelfTest("start-is-reference", startDifference, startLimit());
    }

    /// Sums over hundreds of tokens differ by rounding where batches differ in shape.
    private double startLimit() {
        return Math.max(1, settings.loss().beta()) * (decoder.exact() ? 1e-3 : 0.2);
    }

    private void save() {
        ObjectNode state = JSON.createObjectNode();
        state.put("tokens", tokens);
        state.put("seconds", seconds);
        state.put("skipped", skipped);
        state.put("start_difference", startDifference);
        state.put("optimizer_steps", optimizer.steps());
        ArrayNode names = state.putArray("unsound");
        unsound.forEach(names::add);
        state.set("first", JSON.valueToTree(first));
        state.set("last", JSON.valueToTree(last));
        checkpoint.write(step, state, optimizerState.stored());
    }

    private void restore(Checkpoint.Saved saved) {
        JsonNode state = saved.state();
        step = saved.step();
        tokens = state.path("tokens").asLong();
        seconds = state.path("seconds").asDouble();
        skipped = state.path("skipped").asInt();
        startDifference = state.path("start_difference").asDouble();
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
