package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.policy.TokenScores;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.List;

/// Learns an adapter; the model below stays as it is. As in PEFT's trainings weight decay acts on
/// both matrices.
///
/// @param policy with the adapter on
/// @param parameters the adapter's tensors
record AdapterLearner(Forward policy, List<Tensor> parameters) implements Learner {
    AdapterLearner {
        parameters = List.copyOf(parameters);
    }

    @Override
    public List<Boolean> decays() {
        return parameters.stream().map(tensor -> true).toList();
    }

    @Override
    public Pass pass(Scope out, TokenBatch batch, StepPlan plan) {
        Forward.AdapterPass pass = policy.learn(out, batch, plan.layers());
        return new AdapterPass(policy, policy.scored(out, pass, plan.chunk()));
    }

    private record AdapterPass(Forward policy, Forward.ScoredPass scored) implements Pass {
        @Override
        public TokenScores scores() {
            return scored.scores();
        }

        @Override
        public Tensor hidden() {
            return scored.pass().hidden();
        }

        @Override
        public List<Tensor> gradients(Scope out, float[] weights) {
            return policy.gradients(out, scored, weights);
        }
    }
}
