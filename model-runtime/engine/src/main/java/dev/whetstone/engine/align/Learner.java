package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
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

    /// Normed hidden states whose graph reaches the parameters.
    Tensor recordedHidden(Scope out, TokenBatch batch);

    /// Gradients of `sum(weights * logp)` over the batch's targets, in the order of the parameters.
    ///
    /// @param hidden from [#recordedHidden] of the same batch; its graph is used up
    List<Tensor> gradients(Scope out, Tensor hidden, TokenBatch batch, float[] weights);
}
