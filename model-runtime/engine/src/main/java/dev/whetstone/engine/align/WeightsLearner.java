package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.policy.TokenScores;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Learns all weights of a decoder in fp32.
final class WeightsLearner implements Learner {
    private static final String ADD =
            """
              def add(self: __torch__.M, into: Tensor, more: Tensor) -> Tensor:
                return torch.add_(into, more)
            """;

    private final Decoder decoder;
    private final Forward policy;
    private final Program program;

    WeightsLearner(Decoder decoder) {
        this.decoder = decoder;
        this.policy = decoder.recordingForward();
        this.program = Program.compile(decoder.scope(), ADD);
        decoder.weights().forEach(Tensor::recordGradients);
    }

    @Override
    public Forward policy() {
        return policy;
    }

    @Override
    public List<Tensor> parameters() {
        return decoder.weights();
    }

    @Override
    public List<Boolean> decays() {
        return decoder.decays();
    }

    @Override
    public Pass pass(Scope out, TokenBatch batch, StepPlan plan) {
        Tensor hidden = policy.recordedHidden(out, batch);
        return new WeightsPass(hidden, batch, policy.score(hidden, batch));
    }

    private final class WeightsPass implements Pass {
        private final Tensor hidden;
        private final TokenBatch batch;
        private final TokenScores scores;

        WeightsPass(Tensor hidden, TokenBatch batch, TokenScores scores) {
            this.hidden = hidden;
            this.batch = batch;
            this.scores = scores;
        }

        @Override
        public TokenScores scores() {
            return scores;
        }

        @Override
        public Tensor hidden() {
            return hidden;
        }

        @Override
        public List<Tensor> gradients(Scope out, float[] weights) {
            Tensor head = decoder.weights().get(decoder.headIndex());
            Forward.FullPass full = new Forward.FullPass(hidden, head);
            return withHead(out, policy.fullBackward(out, full, batch, weights, leaves()));
        }
    }

    /// Weights that the hidden states depend on: all but output weights of their own.
    List<Tensor> leaves() {
        List<Tensor> leaves = new ArrayList<>(decoder.weights());
        if (decoder.headIndex() != 0) {
            leaves.remove(decoder.headIndex());
        }
        return leaves;
    }

    /// Puts the output weights' gradient in its place, or adds it to the embedding's where both are
    /// one.
    List<Tensor> withHead(Scope inner, Forward.FullGradients found) {
        List<Tensor> all = new ArrayList<>(found.leaves());
        if (decoder.headIndex() != 0) {
            all.add(decoder.headIndex(), found.head());
        } else {
            program.call("add").with(all.getFirst()).with(found.head()).compute(inner);
            found.head().close();
        }
        return all;
    }
}
