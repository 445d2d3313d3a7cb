package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.disk.WholeFolder;
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
import java.io.IOException;
import java.nio.file.Files;
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

    private final Decoder decoder;
    private final DpoSettings settings;
    private final Path out;
    private final RunControl control;
    private final EpochOrder<TokenPair> order;
    private final Schedule schedule;
    private final Checkpoint checkpoint;
    private final MetricsLog log;
    private final Forward base;
    private final Learner learner;
    private final AdamW optimizer;
    private final OptimizerState optimizerState;
    private final PairScorer scorer;
    private final StepPass pass;
    private final DpoSelfTests tests;
    private final MemoryLadder ladder;
    private final References references;
    private RunState state = new RunState();

    /// What is trained, and where it is kept.
    ///
    /// @param modules of the adapter
    /// @param fingerprint of all that the result depends on
    record Setting(
            Decoder decoder,
            ModelRef model,
            List<AdapterModule> modules,
            List<TokenPair> pairs,
            DpoSettings settings,
            Path out,
            String fingerprint) {}

    DpoRun(Setting of, StepPass.Maker passes, RunControl control) {
        this.decoder = of.decoder();
        this.settings = of.settings();
        this.out = of.out();
        this.control = control;
        this.order =
                new EpochOrder<>(
                        of.pairs(), settings.pairsPerStep(), settings.epochs(), settings.seed());
        this.schedule =
                new Schedule(
                        settings.schedule(),
                        settings.learningRate(),
                        settings.warmupSteps(),
                        order.totalSteps());
        this.checkpoint = new Checkpoint(out.resolve("checkpoint"), of.fingerprint());
        Optional<Checkpoint.Saved> saved = checkpoint.latest();
        this.log = new MetricsLog(out.resolve("metrics.jsonl"));
        this.base = decoder.forward();
        LoraInit init = new LoraInit(settings.seed());
        List<Tensor> adapter = init.draw(decoder.scope(), of.modules());
        this.learner = new AdapterLearner(decoder.forward(of.modules(), adapter), adapter);
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        learner.parameters(),
                        learner.decays(),
                        settings.weightDecay());
        this.optimizerState = new OptimizerState(optimizer, decoder.files());
        Objective objective = Objective.of(settings.loss());
        this.scorer = new PairScorer(decoder, objective);
        this.pass = passes.of(learner, optimizer, scorer);
        this.ladder = new MemoryLadder(StepPlan.usual(decoder.scope()), control);
        this.tests =
                new DpoSelfTests(
                        decoder, of.model(), of.modules(), learner.parameters(), of.pairs());
        List<List<Completion>> mismatched = mismatched(of.pairs(), objective);
        if (saved.isPresent()) {
            restore(saved.get());
        } else {
            begin(new DpoStart(decoder, of.modules(), init, learner, optimizer, scorer, tests));
        }
        log.keep(state.step);
        this.references =
                References.of(
                        out.resolve("checkpoint").resolve("reference.safetensors"),
                        of.fingerprint(),
                        of.pairs(),
                        mismatched,
                        objective,
                        base,
                        decoder.scope(),
                        control);
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

    /// A failure of these checks costs no time yet.
    private void begin(DpoStart start) {
        Path folder = out.resolve("checkpoint").resolve("probe.part");
        try {
            WholeFolder.delete(folder);
            Files.createDirectories(folder);
            start.probe(folder).forEach(test -> state.tests.add(test.require()));
            WholeFolder.delete(folder);
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "checkpoint.write",
                    folder + ": cannot be written: " + e.getMessage(),
                    "make room on the disk",
                    e);
        }
        state.tests.add(start.startIsReference(base, order.step(0), startLimit()).require());
        start.tryLargestStep(pass, order, ladder);
        save();
    }

    /// Trains to the end, tests itself and writes the adapter.
    DpoResult finish(int dropped) {
        while (state.step < order.totalSteps()) {
            if (control.atSafePoint() == RunControl.Signal.END) {
                save();
                throw new RunCancelled();
            }
            train();
            if (state.step % Math.max(1, settings.checkpointEvery()) == 0) {
                save();
            }
        }
        save();
        double divergence = tests.divergence(learner.policy(), base, settings.seed());
        List<SelfTest> results = new ArrayList<>(state.tests);
        for (SelfTest test : references.unchanged(base, decoder.scope(), order.all())) {
            results.add(test.require());
        }
        results.addAll(adapter());
        return new DpoResult(
                order.all().size(),
                dropped,
                state.step,
                state.skipped,
                state.tokens,
                state.first,
                state.last,
                divergence,
                state.seconds,
                results);
    }

    /// The adapter has its name only once it passed.
    private List<SelfTest> adapter() {
        Path target = out.resolve("adapter");
        try {
            WholeFolder folder = WholeFolder.begin(target);
            tests.write(folder.part());
            List<SelfTest> results = tests.reloadedAndMerged(learner.policy(), folder.part());
            results.forEach(SelfTest::require);
            folder.replace();
            return results;
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "adapter.write", target + ": cannot be written: " + e.getMessage(), "", e);
        }
    }

    private void train() {
        long begin = System.nanoTime();
        List<StepPair> pairs = order.step(state.step).stream().map(references::of).toList();
        double rate = schedule.rate(state.step);
        Step done =
                ladder.compute(
                        "step " + (state.step + 1), plan -> step(pairs, plan, rate), this::save);
        state.step++;
        state.tokens += done.tokens();
        state.seconds += (System.nanoTime() - begin) / 1e9;
        if (!done.culprits().isEmpty()) {
            state.skipped++;
            state.unsound.addAll(done.culprits());
        }
        Map<String, Double> values = done.values();
        values.put("learning_rate", rate);
        values.put("epoch", (double) state.step / order.stepsPerEpoch());
        values.put("global_step", (double) state.step);
        values.put("num_tokens", (double) state.tokens);
        values.put("skipped_steps", (double) state.skipped);
        values.putAll(ladder.figures());
        state.first = state.first.isEmpty() ? values : state.first;
        state.last = values;
        log.append(values);
        control.progress("train", state.step, order.totalSteps(), values);
        if (!done.culprits().isEmpty()) {
            skipped(done.culprits());
        }
    }

    /// @param culprits pairs for which the step was skipped; none where it was taken
    private record Step(Map<String, Double> values, long tokens, List<String> culprits) {}

    /// Where memory runs out before the optimizer's turn nothing has changed, here or in the state.
    private Step step(List<StepPair> pairs, StepPlan plan, double rate) {
        try (Scope scope = decoder.scope().inner()) {
            DpoStep.Outcome outcome = pass.run(scope, pairs, plan);
            double norm = optimizer.clip(scope, outcome.gradients(), settings.gradClip());
            Map<String, Double> values = new LinkedHashMap<>(outcome.metrics().values());
            values.put("grad_norm", norm);
            if (state.step == 0 && scorer.objective().usesReference()) {
                // what was cached as reference is the reference
                double reward = outcome.metrics().largestReward();
                SelfCheck.START_IS_REFERENCE
                        .found(Double.isFinite(reward) ? reward : 0, startLimit())
                        .require();
            }
            List<String> culprits = List.of();
            if (outcome.unsound().isEmpty() && Double.isFinite(norm)) {
                optimizerState.update(outcome.gradients(), rate, state.step + 1);
            } else {
                culprits =
                        new Culprits(learner.policy(), scorer, plan, order.all())
                                .of(scope, pairs, outcome.unsound());
            }
            return new Step(values, outcome.metrics().tokens(), culprits);
        }
    }

    private void skipped(List<String> culprits) {
        String pairs = named(culprits);
        if (state.skipped < MOST_SKIPPED) {
            control.notice(
                    "Step "
                            + state.step
                            + " gave no finite numbers and was left out. Pairs: "
                            + pairs
                            + ".");
            return;
        }
        save();
        throw new RuntimeFailure(
                "training.non-finite",
                "after "
                        + state.skipped
                        + " steps without finite numbers the training stopped; pairs: "
                        + named(state.unsound),
                "look at these pairs, or lower the learning rate; the last good adapter is in the"
                        + " checkpoint");
    }

    private static String named(List<String> pairs) {
        return String.join(", ", pairs.stream().distinct().limit(10).toList());
    }

    /// Sums over hundreds of tokens differ by rounding where batches differ in shape.
    private double startLimit() {
        return Math.max(1, settings.loss().beta()) * (decoder.exact() ? 1e-3 : 0.2);
    }

    private void save() {
        log.force();
        checkpoint.write(
                state.step,
                ladder.changes(),
                state.json(schedule, order, ladder, optimizer),
                optimizerState.stored());
    }

    private void restore(Checkpoint.Saved saved) {
        state = RunState.of(saved, schedule, order, ladder);
        optimizerState.restore(
                decoder.scope(), saved.tensors(), saved.state().path("optimizer_steps").asLong());
    }
}
