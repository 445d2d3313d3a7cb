package dev.whetstone.engine.align;

import dev.whetstone.engine.tensor.Scope;
import java.util.List;

/// Scores a step's pairs and gathers the gradient of their mean loss. It changes nothing that
/// outlives `scope`, so a pass that failed can be tried again.
@FunctionalInterface
interface StepPass {
    /// @param scope owns the gradients
    /// @param plan how to cut the step up
    DpoStep.Outcome run(Scope scope, List<StepPair> pairs, StepPlan plan);

    /// Makes the pass of a training.
    @FunctionalInterface
    interface Maker {
        StepPass of(Learner learner, AdamW optimizer, PairScorer scorer);
    }
}
