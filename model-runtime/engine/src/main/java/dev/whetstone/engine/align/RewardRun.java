package dev.whetstone.engine.align;

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
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// One training of a reward model from its start or its last checkpoint to its end.
final class RewardRun {
    private static final int MOST_SKIPPED = 3;

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

    private final RunControl control;
    private final MemoryLadder ladder;
    private RunState state = new RunState();

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
        this.control = control;
        this.ladder = new MemoryLadder(StepPlan.usual(decoder.scope()), control);
        this.paddingLimit = device.dtype() == DType.FP32 ? 1e-4 : 0.05;
        checkpoint.latest().ifPresent(this::restore);
        log.keep(state.step);
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
        while (state.step < order.totalSteps()) {
            if (control.atSafePoint() == RunControl.Signal.END) {
                save();
                throw new RunCancelled();
            }
            train(pass);
            if (state.step % Math.max(1, settings.checkpointEvery()) == 0
                    && state.step < order.totalSteps()) {
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
        List<RewardPair> pairs = order.step(state.step);
        double rate = schedule.rate(state.step);
        Step done =
                ladder.compute(
                        "step " + (state.step + 1),
                        plan -> step(pass, pairs, plan, rate),
                        this::save);
        Map<String, Double> values = done.values();
        state.step++;
        state.tokens += done.tokens();
        if (!done.culprits().isEmpty()) {
            state.skipped++;
            state.unsound.addAll(done.culprits());
        }
        values.put("learning_rate", rate);
        values.put("epoch", (double) state.step / order.stepsPerEpoch());
        values.put("global_step", (double) state.step);
        values.put("num_tokens", (double) state.tokens);
        values.put("skipped_steps", (double) state.skipped);
        values.putAll(ladder.figures());
        if (state.step % order.stepsPerEpoch() == 0 && !parts.measured().isEmpty()) {
            measure(new HeldOutResult.Tally())
                    .values()
                    .forEach((name, value) -> values.put("eval_" + name, value));
        }
        state.seconds += (System.nanoTime() - begin) / 1e9;
        state.first = state.first.isEmpty() ? values : state.first;
        state.last = values;
        log.append(values);
        control.progress("train", state.step, order.totalSteps(), values);
        if (state.skipped >= MOST_SKIPPED) {
            save();
            throw nothingFinite();
        }
    }

    /// @param culprits pairs for which the step was skipped; none where it was taken
    private record Step(Map<String, Double> values, long tokens, List<String> culprits) {}

    private Step step(RewardStep.Pass pass, List<RewardPair> pairs, StepPlan plan, double rate) {
        try (Scope scope = decoder.scope().inner()) {
            RewardStep.Outcome outcome = pass.run(scope, pairs, plan);
            double norm = optimizer.clip(scope, outcome.gradients(), settings.gradClip());
            Map<String, Double> values = outcome.metrics().values();
            values.put("grad_norm", norm);
            List<String> culprits = List.of();
            if (outcome.unsound().isEmpty() && Double.isFinite(norm)) {
                optimizerState.update(outcome.gradients(), rate, state.step + 1);
            } else {
                culprits =
                        outcome.unsound().isEmpty()
                                ? pairs.stream().map(RewardPair::id).toList()
                                : outcome.unsound();
            }
            return new Step(values, outcome.tokens(), culprits);
        }
    }

    private RewardMetrics measure(HeldOutResult.Tally tally) {
        return RewardStep.measure(
                learner.model(), loss, parts.measured(), tally, ladder.plan().tokens());
    }

    private RuntimeFailure nothingFinite() {
        return new RuntimeFailure(
                "training.non-finite",
                "after "
                        + state.skipped
                        + " steps without finite numbers the training stopped; pairs: "
                        + String.join(", ", state.unsound.stream().distinct().limit(10).toList()),
                "look at these pairs, or lower the learning rate");
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
