package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.policy.TokenScores;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Scores a step's pairs and gathers the gradient of their mean loss, in micro-batches.
///
/// The loss and its derivatives with respect to the summed log-probabilities are computed in Java
/// in fp64; what flows back into the model is a weight per completion token.
final class DpoStep {
    /// Padded tokens of one micro-batch.
    private static final int TOKENS = 4096;

    private final Forward policy;
    private final AdamW optimizer;
    private final PreferenceLoss loss;
    private final double beta;
    private final double nllWeight;

    DpoStep(Forward policy, AdamW optimizer, PreferenceLoss loss, double beta, double nllWeight) {
        this.policy = policy;
        this.optimizer = optimizer;
        this.loss = loss;
        this.beta = beta;
        this.nllWeight = nllWeight;
    }

    /// @param gradients of the mean loss, in the order of the optimizer's parameters
    /// @param unsound ids of pairs whose scores or loss are no finite numbers
    record Outcome(List<Tensor> gradients, StepMetrics metrics, List<String> unsound) {}

    /// @param scope owns the gradients
    Outcome run(
            Scope scope,
            List<TokenPair> pairs,
            ToDoubleFunction<TokenPair> chosenReference,
            ToDoubleFunction<TokenPair> rejectedReference) {
        StepMetrics metrics = new StepMetrics(beta);
        List<String> unsound = new ArrayList<>();
        List<Tensor> sums = List.of();
        for (List<TokenPair> some : microBatches(pairs)) {
            try (Scope inner = scope.inner()) {
                List<Completion> rows = new ArrayList<>();
                some.forEach(pair -> rows.add(pair.chosenCompletion()));
                some.forEach(pair -> rows.add(pair.rejectedCompletion()));
                TokenBatch batch = TokenBatch.of(rows);
                Tensor hidden = policy.recordedHidden(inner, batch);
                TokenScores scores = policy.score(hidden, batch);
                float[] weights = new float[scores.count()];
                for (int i = 0; i < some.size(); i++) {
                    TokenPair pair = some.get(i);
                    PairScores sum =
                            new PairScores(
                                    sum(scores, batch, i),
                                    sum(scores, batch, some.size() + i),
                                    chosenReference.applyAsDouble(pair),
                                    rejectedReference.applyAsDouble(pair),
                                    pair.chosen().length,
                                    pair.rejected().length);
                    PairLoss result = withLikelihood(loss.of(sum, pair.p()), sum);
                    if (!Double.isFinite(result.loss())) {
                        unsound.add(pair.id());
                    }
                    metrics.add(sum, result.loss());
                    fill(weights, batch, i, result.dChosen() / pairs.size());
                    fill(weights, batch, some.size() + i, result.dRejected() / pairs.size());
                }
                metrics.add(batch, scores);
                metrics.addTokens(rows.stream().mapToLong(Completion::length).sum());
                List<Tensor> gradients =
                        policy.backward(scope, hidden, batch, weights, optimizer.parameters());
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

    /// Adds the chosen response's mean token loss, as RPO does.
    private PairLoss withLikelihood(PairLoss plain, PairScores pair) {
        if (nllWeight == 0) {
            return plain;
        }
        double slope = -nllWeight / pair.chosenTokens();
        return plain.plus(new PairLoss(slope * pair.chosen(), slope, 0));
    }

    private static double sum(TokenScores scores, TokenBatch batch, int row) {
        return IntStream.range(batch.firstTarget(row), batch.firstTarget(row + 1))
                .mapToDouble(scores::logProb)
                .sum();
    }

    private static void fill(float[] weights, TokenBatch batch, int row, double value) {
        java.util.Arrays.fill(
                weights, batch.firstTarget(row), batch.firstTarget(row + 1), (float) value);
    }

    /// Pairs of like length together, as many as the token limit takes.
    static List<List<TokenPair>> microBatches(List<TokenPair> pairs) {
        List<TokenPair> sorted =
                pairs.stream().sorted(Comparator.comparingInt(DpoStep::width)).toList();
        List<List<TokenPair>> result = new ArrayList<>();
        int from = 0;
        for (int end = 1; end <= sorted.size(); end++) {
            if (end == sorted.size() || 2 * (end + 1 - from) * width(sorted.get(end)) > TOKENS) {
                result.add(sorted.subList(from, end));
                from = end;
            }
        }
        return result;
    }

    private static int width(TokenPair pair) {
        return pair.prompt().length + Math.max(pair.chosen().length, pair.rejected().length);
    }
}
