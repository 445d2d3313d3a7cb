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
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final Forward policy;
    private final List<Tensor> adapter;
    private final AdamW optimizer;
    private final OptimizerState optimizerState;
    private final PreferenceLoss loss;
    private final References references;

    private long step;
    private long tokens;
    private double seconds;
    private Map<String, Double> first = Map.of();
    private Map<String, Double> last = Map.of();
    private final List<String> unsound = new ArrayList<>();
    private int skipped;

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
        this.loss = PreferenceLoss.named(settings.loss(), settings.beta());
        this.checkpoint = new Checkpoint(out.resolve("checkpoint"), fingerprint);
        this.log = new MetricsLog(out.resolve("metrics.jsonl"));
        this.base = decoder.forward();
        this.adapter = new LoraInit(settings.seed()).draw(decoder.scope(), modules);
        adapter.forEach(Tensor::recordGradients);
        this.policy = decoder.forward(modules, adapter);
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        adapter,
                        adapter.stream().map(tensor -> true).toList(),
                        settings.weightDecay());
        this.optimizerState = new OptimizerState(optimizer, decoder.files());
        Optional<Checkpoint.Saved> saved = checkpoint.latest();
        this.references =
                References.of(
                        out.resolve("checkpoint").resolve("reference.safetensors"),
                        fingerprint,
                        pairs,
                        base,
                        decoder.scope(),
                        control);
        saved.ifPresent(this::restore);
        log.keep(step);
    }

    /// Trains to the end, tests itself and writes the adapter.
    DpoResult finish(int dropped) {
        DpoStep pass = new DpoStep(policy, optimizer, loss, settings.beta(), settings.nllWeight());
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
        DpoSelfTests tests = new DpoSelfTests(decoder, model, modules, adapter, order.pairs());
        double divergence = tests.divergence(policy, base, settings.seed());
        List<SelfTest> results = new ArrayList<>();
        results.add(startTest());
        results.add(references.unchanged(base, decoder.scope(), order.pairs()).require());
        results.add(tests.padding(policy).require());
        Path folder = out.resolve("adapter");
        tests.write(folder);
        results.addAll(tests.reloadedAndMerged(policy, folder));
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
            DpoStep.Outcome outcome =
                    pass.run(scope, pairs, references::chosen, references::rejected);
            double norm = optimizer.clip(scope, outcome.gradients(), settings.gradClip());
            tokens += outcome.metrics().tokens();
            values.putAll(outcome.metrics().values());
            values.put("grad_norm", norm);
            if (step == 0) {
                startTest(outcome.metrics()).require();
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

    /// Before the first update the policy is the reference, whatever the pairs are.
    private SelfTest startTest(StepMetrics metrics) {
        PairScores level = new PairScores(0, 0, 0, 0, 1, 1);
        double expected = loss.of(level).loss();
        double found = settings.nllWeight() == 0 ? Math.abs(metrics.loss() - expected) : 0;
        return new SelfTest(
                "start-is-reference", Math.max(found, metrics.largestReward()), startLimit());
    }

    private SelfTest startTest() {
        double level = loss.of(new PairScores(0, 0, 0, 0, 1, 1)).loss();
        double found =
                settings.nllWeight() == 0 ? Math.abs(first.getOrDefault("loss", 0.0) - level) : 0;
        double reward =
                Math.max(
                        Math.abs(first.getOrDefault("rewards/chosen", 0.0)),
                        Math.abs(first.getOrDefault("rewards/rejected", 0.0)));
        return new SelfTest("start-is-reference", Math.max(found, reward), startLimit());
    }

    /// Sums over hundreds of tokens differ by rounding where batches differ in shape.
    private double startLimit() {
        return Math.max(1, settings.beta()) * (decoder.exact() ? 1e-3 : 0.2);
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
        checkpoint.write(step, state, optimizerState.stored());
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
