package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.List;

/// Learns an adapter; the model below stays as it is. As in PEFT's trainings weight decay acts on
/// both matrices.
///
/// @param policy with the adapter on
/// @param parameters the adapter's tensors, which record gradients
record AdapterLearner(Forward policy, List<Tensor> parameters) implements Learner {
    AdapterLearner {
        parameters = List.copyOf(parameters);
        parameters.forEach(Tensor::recordGradients);
    }

    @Override
    public List<Boolean> decays() {
        return parameters.stream().map(tensor -> true).toList();
    }

    @Override
    public Tensor recordedHidden(Scope out, TokenBatch batch) {
        return policy.recordedHidden(out, batch);
    }

    @Override
    public List<Tensor> gradients(Scope out, Tensor hidden, TokenBatch batch, float[] weights) {
        return policy.backward(out, hidden, batch, weights, parameters);
    }
}
