package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What trainings of every kind share: their place in the order of steps, the figures of each step,
/// checkpoints that they go on from, and an end where steps give no finite numbers.
final class TrainingRun {
    private static final int MOST_SKIPPED = 3;

    private final Course course;
    private final Checkpoint checkpoint;
    private final MetricsLog log;
    private final AdamW optimizer;
    private final OptimizerState optimizerState;
    private final MemoryLadder ladder;
    private final RunControl control;
    private final RunState state;
    private final boolean resumed;

    /// Which pairs at which rate, and where the run is kept.
    ///
    /// @param fingerprint of all that the result depends on
    record Course(EpochOrder<?> order, Schedule schedule, Path out, String fingerprint) {}

    /// @param culprits pairs for which the step was skipped; none where it was taken
    record Step(Map<String, Double> values, long tokens, List<String> culprits) {}

    /// Begins, or goes on from the last checkpoint.
    TrainingRun(Course course, Decoder decoder, AdamW optimizer, RunControl control) {
        this.course = course;
        this.checkpoint = new Checkpoint(course.out().resolve("checkpoint"), course.fingerprint());
        this.log = new MetricsLog(course.out().resolve("metrics.jsonl"));
        this.optimizer = optimizer;
        this.optimizerState = new OptimizerState(optimizer, decoder.files());
        this.ladder = new MemoryLadder(StepPlan.usual(decoder.scope()), control);
        this.control = control;
        Optional<Checkpoint.Saved> saved = checkpoint.latest();
        this.resumed = saved.isPresent();
        if (saved.isPresent()) {
            state = RunState.of(saved.get(), course.schedule(), course.order(), ladder);
            optimizerState.restore(
                    decoder.scope(),
                    saved.get().tensors(),
                    saved.get().state().path("optimizer_steps").asLong());
        } else {
            state = new RunState();
        }
        log.keep(state.step);
    }

    boolean resumed() {
        return resumed;
    }

    RunState state() {
        return state;
    }

    MemoryLadder ladder() {
        return ladder;
    }

    /// The rate of the next step.
    double rate() {
        return course.schedule().rate(state.step);
    }

    /// Takes the steps that are left, and saves the last.
    ///
    /// @throws RunCancelled after saving
    void toTheEnd(int checkpointEvery, Runnable step) {
        long total = course.order().totalSteps();
        while (state.step < total) {
            if (control.atSafePoint() == RunControl.Signal.END) {
                save();
                throw new RunCancelled();
            }
            step.run();
            if (state.step % Math.max(1, checkpointEvery) == 0 && state.step < total) {
                save();
            }
        }
        save();
    }

    /// One step, with less memory where it runs out.
    Step compute(Function<StepPlan, Step> attempt) {
        return ladder.compute("step " + (state.step + 1), attempt, this::save);
    }

    void update(List<Tensor> gradients, double rate) {
        optimizerState.update(gradients, rate, state.step + 1);
    }

    /// Counts a step, and writes the counts into its figures.
    Map<String, Double> count(Step done, double rate) {
        state.step++;
        state.tokens += done.tokens();
        if (!done.culprits().isEmpty()) {
            state.skipped++;
            state.unsound.addAll(done.culprits());
        }
        Map<String, Double> values = done.values();
        values.put("learning_rate", rate);
        values.put("epoch", (double) state.step / course.order().stepsPerEpoch());
        values.put("global_step", (double) state.step);
        values.put("num_tokens", (double) state.tokens);
        values.put("skipped_steps", (double) state.skipped);
        values.putAll(ladder.figures());
        return values;
    }

    /// Keeps and tells a step's figures.
    void note(Map<String, Double> values) {
        state.first = state.first.isEmpty() ? values : state.first;
        state.last = values;
        log.append(values);
        control.progress("train", state.step, course.order().totalSteps(), values);
    }

    boolean skippedTooOften() {
        return state.skipped >= MOST_SKIPPED;
    }

    /// Saves, and says why the run ends.
    RuntimeFailure nothingFinite(String advice) {
        save();
        return new RuntimeFailure(
                "training.non-finite",
                "after "
                        + state.skipped
                        + " steps without finite numbers the training stopped; pairs: "
                        + named(state.unsound),
                advice);
    }

    /// Some of the pairs, by name.
    static String named(List<String> pairs) {
        return String.join(", ", pairs.stream().distinct().limit(10).toList());
    }

    void save() {
        log.force();
        checkpoint.write(
                state.step,
                ladder.changes(),
                state.json(course.schedule(), course.order(), ladder, optimizer),
                optimizerState.stored());
    }
}
