package dev.whetstone.engine.align;

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

/// One DPO training from its start or its last checkpoint to its end.
final class DpoRun {
    private final Decoder decoder;
    private final DpoSettings settings;
    private final Path out;
    private final RunControl control;
    private final EpochOrder<TokenPair> order;
    private final Forward base;
    private final Learner learner;
    private final AdamW optimizer;
    private final PairScorer scorer;
    private final StepPass pass;
    private final DpoSelfTests tests;
    private final TrainingRun run;
    private final References references;

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
        Schedule schedule =
                new Schedule(
                        settings.schedule(),
                        settings.learningRate(),
                        settings.warmupSteps(),
                        order.totalSteps());
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
        Objective objective = Objective.of(settings.loss());
        this.scorer = new PairScorer(decoder, objective);
        this.pass = passes.of(learner, optimizer, scorer);
        this.tests =
                new DpoSelfTests(
                        decoder, of.model(), of.modules(), learner.parameters(), of.pairs());
        List<List<Completion>> mismatched = mismatched(of.pairs(), objective);
        this.run =
                new TrainingRun(
                        new TrainingRun.Course(order, schedule, out, of.fingerprint()),
                        decoder,
                        optimizer,
                        control);
        if (!run.resumed()) {
            begin(new DpoStart(decoder, of.modules(), init, learner, optimizer, scorer, tests));
        }
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
            start.probe(folder).forEach(test -> run.state().tests.add(test.require()));
            WholeFolder.delete(folder);
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "checkpoint.write",
                    folder + ": cannot be written: " + e.getMessage(),
                    "make room on the disk",
                    e);
        }
        run.state().tests.add(start.startIsReference(base, order.step(0), startLimit()).require());
        start.tryLargestStep(pass, order, run.ladder());
        run.save();
    }

    /// Trains to the end, tests itself and writes the adapter.
    DpoResult finish(int dropped) {
        run.toTheEnd(settings.checkpointEvery(), this::train);
        RunState state = run.state();
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
        RunState state = run.state();
        List<StepPair> pairs = order.step(state.step).stream().map(references::of).toList();
        double rate = run.rate();
        TrainingRun.Step done = run.compute(plan -> step(pairs, plan, rate));
        state.seconds += (System.nanoTime() - begin) / 1e9;
        run.note(run.count(done, rate));
        if (!done.culprits().isEmpty()) {
            skipped(done.culprits());
        }
    }

    /// Where memory runs out before the optimizer's turn nothing has changed, here or in the state.
    private TrainingRun.Step step(List<StepPair> pairs, StepPlan plan, double rate) {
        try (Scope scope = decoder.scope().inner()) {
            DpoStep.Outcome outcome = pass.run(scope, pairs, plan);
            double norm = optimizer.clip(scope, outcome.gradients(), settings.gradClip());
            Map<String, Double> values = new LinkedHashMap<>(outcome.metrics().values());
            values.put("grad_norm", norm);
            if (run.state().step == 0 && scorer.objective().usesReference()) {
                // what was cached as reference is the reference
                double reward = outcome.metrics().largestReward();
                SelfCheck.START_IS_REFERENCE
                        .found(Double.isFinite(reward) ? reward : 0, startLimit())
                        .require();
            }
            List<String> culprits = List.of();
            if (outcome.unsound().isEmpty() && Double.isFinite(norm)) {
                run.update(outcome.gradients(), rate);
            } else {
                culprits =
                        new Culprits(learner.policy(), scorer, plan, order.all())
                                .of(scope, pairs, outcome.unsound());
            }
            return new TrainingRun.Step(values, outcome.metrics().tokens(), culprits);
        }
    }

    private void skipped(List<String> culprits) {
        if (run.skippedTooOften()) {
            throw run.nothingFinite(
                    "look at these pairs, or lower the learning rate; the last good adapter is in"
                            + " the checkpoint");
        }
        control.notice(
                "Step "
                        + run.state().step
                        + " gave no finite numbers and was left out. Pairs: "
                        + TrainingRun.named(culprits)
                        + ".");
    }

    /// Sums over hundreds of tokens differ by rounding where batches differ in shape.
    private double startLimit() {
        return Math.max(1, settings.loss().beta()) * (decoder.exact() ? 1e-3 : 0.2);
    }
}
