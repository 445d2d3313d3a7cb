package dev.whetstone.engine.align;

import dev.whetstone.engine.control.MemoryShortage;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.Layers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The plan in force. Where memory runs out the next smaller one is tried and stays; each change is
/// told. After the smallest one the run stops with advice.
final class MemoryLadder {
    private final RunControl control;
    private StepPlan plan;
    private int changes;

    MemoryLadder(StepPlan first, RunControl control) {
        this.plan = first;
        this.control = control;
    }

    StepPlan plan() {
        return plan;
    }

    /// How often memory ran out.
    int changes() {
        return changes;
    }

    /// The plan in a step's metrics, once it is not the usual one.
    Map<String, Double> figures() {
        if (changes == 0) {
            return Map.of();
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("memory/changes", (double) changes);
        figures.put("memory/tokens_at_once", (double) plan.tokens());
        figures.put(
                "memory/layers_computed_again", plan.layers() == Layers.COMPUTED_AGAIN ? 1.0 : 0.0);
        figures.put("memory/positions_at_once", (double) plan.chunk());
        return figures;
    }

    /// Goes on from a saved state.
    void restore(StepPlan saved, int changesBefore) {
        plan = saved;
        changes = changesBefore;
    }

    /// @param what is computed, for messages, e.g. `step 12`
    /// @param attempt must leave nothing behind when it fails
    /// @param changed called once the smaller plan is in force, before it is tried
    /// @throws RuntimeFailure `out-of-memory` where no smaller plan is left
    <T> T compute(String what, Function<StepPlan, T> attempt, Runnable changed) {
        while (true) {
            try {
                return attempt.apply(plan);
            } catch (RuntimeException | OutOfMemoryError e) {
                if (e instanceof RuntimeFailure || !MemoryShortage.isBehind(e)) {
                    throw e;
                }
                Optional<StepPlan> smaller = plan.smaller();
                if (smaller.isEmpty()) {
                    throw exhausted(what, e);
                }
                change(what, smaller.get());
                changed.run();
            }
        }
    }

    private void change(String what, StepPlan smaller) {
        String how = difference(plan, smaller);
        plan = smaller;
        changes++;
        control.notice(
                "Memory ran out in "
                        + what
                        + ". Nothing is lost: it is done again with "
                        + how
                        + ", which takes longer and learns the same.");
    }

    private static String difference(StepPlan from, StepPlan to) {
        if (from.tokens() != to.tokens()) {
            return String.format(
                    Locale.ROOT, "fewer texts at once (%,d tokens at a time)", to.tokens());
        }
        if (from.layers() != to.layers()) {
            return "each layer computed a second time instead of kept in memory";
        }
        return "scores of " + to.chunk() + " tokens at a time";
    }

    private static RuntimeFailure exhausted(String what, Throwable cause) {
        return new RuntimeFailure(
                "out-of-memory",
                "Memory ran out in "
                        + what
                        + " even with one pair at a time and every means to save memory",
                "Close other programs and resume: the run goes on from its checkpoint. Or begin"
                        + " anew with shorter texts (--max-tokens), a smaller model, or a smaller"
                        + " adapter (--lora-r).",
                cause);
    }
}
