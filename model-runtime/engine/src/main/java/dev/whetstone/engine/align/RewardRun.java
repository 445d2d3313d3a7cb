package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.loss.RewardLoss;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.RewardSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// One training of a reward model from its start or its last checkpoint to its end.
final class RewardRun {
    private final Decoder decoder;
    private final HeldOut parts;
    private final RewardSettings settings;
    private final RewardLoss loss;
    private final EpochOrder<RewardPair> order;
    private final RewardLearner learner;
    private final AdamW optimizer;
    private final double paddingLimit;
    private final RunControl control;
    private final TrainingRun run;

    RewardRun(
            Decoder decoder,
            HeldOut parts,
            RewardSettings settings,
            Device device,
            Path out,
            String fingerprint,
            RunControl control) {
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
        Schedule schedule =
                new Schedule(
                        settings.schedule(),
                        settings.learningRate(),
                        settings.warmupSteps(),
                        order.totalSteps());
        this.learner = RewardLearner.of(decoder, settings, device);
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        learner.model().parameters(),
                        learner.model().decays(),
                        settings.weightDecay());
        this.control = control;
        this.paddingLimit = device.dtype() == DType.FP32 ? 1e-4 : 0.05;
        this.run =
                new TrainingRun(
                        new TrainingRun.Course(order, schedule, out, fingerprint),
                        decoder,
                        optimizer,
                        control);
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
    ///
    /// @param around what computes gradients
    Trained finish(RewardExport export, UnaryOperator<RewardStep.Pass> around) throws IOException {
        RewardStep.Pass pass = around.apply(new RewardStep(learner.model(), optimizer, loss)::run);
        run.toTheEnd(settings.checkpointEvery(), () -> train(pass));
        RewardProbe probe = RewardProbe.of(learner.model(), parts.training());
        SelfTest padding = probe.padding(learner.model(), paddingLimit).require();
        HeldOutResult.Tally tally = new HeldOutResult.Tally();
        if (!parts.measured().isEmpty()) {
            control.progress("evaluate", 0, 1, Map.of());
            measure(tally);
        }
        control.progress("export", 0, 1, Map.of());
        RunState state = run.state();
        return new Trained(
                probe,
                learner.write(export),
                new RewardResult.Figures(
                        parts.training().size(),
                        state.step,
                        state.skipped,
                        state.tokens,
                        state.first,
                        state.last,
                        state.seconds),
                tally.result(),
                List.of(padding));
    }

    private void train(RewardStep.Pass pass) {
        long begin = System.nanoTime();
        RunState state = run.state();
        List<RewardPair> pairs = order.step(state.step);
        double rate = run.rate();
        TrainingRun.Step done = run.compute(plan -> step(pass, pairs, plan, rate));
        Map<String, Double> values = run.count(done, rate);
        if (state.step % order.stepsPerEpoch() == 0 && !parts.measured().isEmpty()) {
            measure(new HeldOutResult.Tally())
                    .values()
                    .forEach((name, value) -> values.put("eval_" + name, value));
        }
        state.seconds += (System.nanoTime() - begin) / 1e9;
        run.note(values);
        if (run.skippedTooOften()) {
            throw run.nothingFinite("look at these pairs, or lower the learning rate");
        }
    }

    private TrainingRun.Step step(
            RewardStep.Pass pass, List<RewardPair> pairs, StepPlan plan, double rate) {
        try (Scope scope = decoder.scope().inner()) {
            RewardStep.Outcome outcome = pass.run(scope, pairs, plan);
            double norm = optimizer.clip(scope, outcome.gradients(), settings.gradClip());
            Map<String, Double> values = outcome.metrics().values();
            values.put("grad_norm", norm);
            List<String> culprits = List.of();
            if (outcome.unsound().isEmpty() && Double.isFinite(norm)) {
                run.update(outcome.gradients(), rate);
            } else {
                culprits =
                        outcome.unsound().isEmpty()
                                ? pairs.stream().map(RewardPair::id).toList()
                                : outcome.unsound();
            }
            return new TrainingRun.Step(values, outcome.tokens(), culprits);
        }
    }

    private RewardMetrics measure(HeldOutResult.Tally tally) {
        return RewardStep.measure(
                learner.model(), loss, parts.measured(), tally, run.ladder().plan().tokens());
    }
}
