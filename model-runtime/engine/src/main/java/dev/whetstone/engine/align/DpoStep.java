package dev.whetstone.engine.align;

import dev.whetstone.engine.loss.PairLoss;
import dev.whetstone.engine.loss.PairScores;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Scores a step's pairs and gathers the gradient of their mean loss, in micro-batches.
///
/// The loss and its derivatives with respect to log-probabilities are computed in Java in fp64;
/// what flows back into the model is a weight per target. Where a pair's loss depends on the other
/// pairs and they do not fit into one micro-batch, all are scored first without gradients.
final class DpoStep {
    private final Learner learner;
    private final AdamW optimizer;
    private final PairScorer scorer;

    DpoStep(Learner learner, AdamW optimizer, PairScorer scorer) {
        this.learner = learner;
        this.optimizer = optimizer;
        this.scorer = scorer;
    }

    /// @param gradients of the mean loss, in the order of the optimizer's parameters
    /// @param unsound ids of pairs whose scores or loss are no finite numbers
    record Outcome(List<Tensor> gradients, StepMetrics metrics, List<String> unsound) {}

    /// @param scope owns the gradients
    Outcome run(Scope scope, List<StepPair> pairs, StepPlan plan) {
        StepMetrics metrics = new StepMetrics(scorer.objective());
        List<String> unsound = new ArrayList<>();
        List<Tensor> sums = List.of();
        List<PairBatch> batches = scorer.batches(learner.policy(), scope, pairs, plan);
        List<PairLoss> known = together(scope, batches);
        int done = 0;
        for (PairBatch batch : batches) {
            try (Scope inner = scope.inner()) {
                Learner.Pass pass = learner.pass(inner, batch.tokens(), plan);
                PairScorer.Found found = scorer.found(batch, pass.hidden(), pass.scores());
                List<PairLoss> losses =
                        known.isEmpty()
                                ? scorer.objective().of(found.pairs())
                                : known.subList(done, done + batch.pairs().size());
                done += batch.pairs().size();
                metrics.add(batch, found.tokens());
                metrics.add(found.pairs(), losses);
                addUnsound(batch, losses, unsound);
                List<Tensor> gradients = pass.gradients(scope, batch.weights(losses));
                if (sums.isEmpty()) {
                    sums = gradients;
                } else {
                    optimizer.accumulate(inner, sums, gradients);
                    gradients.forEach(Tensor::close);
                }
            }
        }
        return new Outcome(sums, metrics, unsound);
    }

    /// Losses of all pairs in the order of the batches; none where each batch can have its own.
    private List<PairLoss> together(Scope scope, List<PairBatch> batches) {
        if (batches.size() < 2 || !scorer.objective().coupled()) {
            return List.of();
        }
        List<PairScores> all = new ArrayList<>();
        for (PairBatch batch : batches) {
            all.addAll(scorer.score(learner.policy(), scope, batch).pairs());
        }
        return scorer.objective().of(all);
    }

    private static void addUnsound(PairBatch batch, List<PairLoss> losses, List<String> unsound) {
        for (int i = 0; i < losses.size(); i++) {
            if (!losses.get(i).finite()) {
                unsound.add(batch.pairs().get(i).pair().id());
            }
        }
    }
}
