package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.policy.TokenScores;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.List;

/// What a training changes: the weights of an adapter, or all of a model's.
interface Learner {
    /// The model as it is at the moment.
    Forward policy();

    /// What the optimizer steps.
    List<Tensor> parameters();

    /// For each parameter whether weight decay acts on it.
    List<Boolean> decays();

    /// A pass over the batch that remembers how to come back.
    Pass pass(Scope out, TokenBatch batch, StepPlan plan);

    /// Scores, and once their gradients.
    interface Pass {
        TokenScores scores();

        /// Normed hidden states of the packed tokens.
        Tensor hidden();

        /// Gradients of `sum(weights * logp)` over the batch's targets, in the order of the
        /// parameters; the pass is used up.
        List<Tensor> gradients(Scope out, float[] weights);
    }
}
