package dev.whetstone.engine.align;

import dev.whetstone.engine.loss.RewardLoss;
import dev.whetstone.engine.loss.Slopes;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Scores a step's pairs and gathers the gradient of their mean loss, in micro-batches of pairs of
/// like length. Losses and slopes are computed in Java in fp64.
final class RewardStep {
    private final RewardModel model;
    private final AdamW optimizer;
    private final RewardLoss loss;

    RewardStep(RewardModel model, AdamW optimizer, RewardLoss loss) {
        this.model = model;
        this.optimizer = optimizer;
        this.loss = loss;
    }

    /// @param gradients of the mean loss, in the order of the optimizer's parameters
    /// @param tokens of all texts, padding not included
    /// @param unsound ids of pairs whose scores or loss are no finite numbers
    record Outcome(
            List<Tensor> gradients, RewardMetrics metrics, long tokens, List<String> unsound) {}

    /// What computes a step's gradients.
    @FunctionalInterface
    interface Pass {
        Outcome run(Scope scope, List<RewardPair> pairs, StepPlan plan);
    }

    /// @param scope owns the gradients
    /// @param plan how to cut the step up
    Outcome run(Scope scope, List<RewardPair> pairs, StepPlan plan) {
        RewardMetrics metrics = new RewardMetrics();
        List<String> unsound = new ArrayList<>();
        List<Tensor> sums = List.of();
        long read = 0;
        for (List<RewardPair> some : parts(pairs, plan.tokens())) {
            try (Scope inner = scope.inner()) {
                RewardModel.Pass pass = model.pass(inner, batch(some), plan.layers());
                float[] slopes = slopes(some, pass.scores(), pairs.size(), metrics, unsound);
                List<Tensor> gradients = pass.gradients(scope, slopes);
                if (sums.isEmpty()) {
                    sums = gradients;
                } else {
                    optimizer.accumulate(inner, sums, gradients);
                    gradients.forEach(Tensor::close);
                }
            }
            for (RewardPair pair : some) {
                read += pair.chosen().length + pair.rejected().length;
            }
        }
        return new Outcome(sums, metrics, read, unsound);
    }

    /// Measures pairs without learning from them.
    static RewardMetrics measure(
            RewardModel model, RewardLoss loss, List<RewardPair> pairs, Seen seen, int tokens) {
        RewardMetrics metrics = new RewardMetrics();
        for (List<RewardPair> some : parts(pairs, tokens)) {
            float[] scores = model.scores(batch(some));
            for (int i = 0; i < some.size(); i++) {
                float chosen = scores[i];
                float rejected = scores[some.size() + i];
                metrics.add(chosen, rejected, of(loss, some.get(i), chosen, rejected).loss());
                seen.pair(some.get(i), chosen, rejected);
            }
        }
        return metrics;
    }

    /// Hears the scores of each pair.
    @FunctionalInterface
    interface Seen {
        void pair(RewardPair pair, double chosen, double rejected);
    }

    /// The chosen texts, then the rejected ones. What the two of a pair begin with is read once.
    private static TokenBatch batch(List<RewardPair> pairs) {
        List<TokenBatch.Row> rows = new ArrayList<>();
        pairs.forEach(pair -> rows.add(row(pair.chosen(), pair.rejected())));
        pairs.forEach(pair -> rows.add(row(pair.rejected(), pair.chosen())));
        return TokenBatch.ofRows(rows);
    }

    /// Its last token is its own: the score is read there.
    private static TokenBatch.Row row(int[] ids, int[] other) {
        int differs = Arrays.mismatch(ids, other);
        int most = Math.min(ids.length, other.length) - 1;
        int shared = differs < 0 ? most : Math.min(differs, most);
        return new TokenBatch.Row(ids, shared, new boolean[ids.length]);
    }

    static List<List<RewardPair>> parts(List<RewardPair> pairs, int tokens) {
        List<RewardPair> sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparingInt(RewardPair::longest));
        List<List<RewardPair>> parts = new ArrayList<>();
        int from = 0;
        for (int end = 1; end <= sorted.size(); end++) {
            if (end == sorted.size()
                    || 2L * (end + 1 - from) * sorted.get(end).longest() > tokens) {
                parts.add(sorted.subList(from, end));
                from = end;
            }
        }
        return parts;
    }

    /// Derivatives of the step's mean loss with respect to the scores.
    private float[] slopes(
            List<RewardPair> some,
            float[] scores,
            int pairs,
            RewardMetrics metrics,
            List<String> unsound) {
        float[] slopes = new float[scores.length];
        for (int i = 0; i < some.size(); i++) {
            int other = some.size() + i;
            Slopes found = of(loss, some.get(i), scores[i], scores[other]);
            metrics.add(scores[i], scores[other], found.loss());
            if (!Double.isFinite(found.loss())) {
                unsound.add(some.get(i).id());
            }
            slopes[i] = (float) (found.chosen() / pairs);
            slopes[other] = (float) (found.rejected() / pairs);
        }
        return slopes;
    }

    private static Slopes of(RewardLoss loss, RewardPair pair, double chosen, double rejected) {
        return pair.margin() == 0
                ? loss.of(chosen, rejected, pair.p())
                : loss.withMargin(chosen, rejected, pair.margin());
    }
}
