package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Scores completions in batches of like length.
public final class Scorer {
    private static final int TOKENS = 4096;

    private final Forward forward;

    public Scorer(Forward forward) {
        this.forward = forward;
    }

    /// Log-probability of each completion token, in the order of the completions.
    public List<float[]> logProbs(
            Scope parent, List<Completion> completions, String stage, RunControl control) {
        List<Integer> order =
                IntStream.range(0, completions.size())
                        .boxed()
                        .sorted(Comparator.comparing(i -> completions.get(i).length()))
                        .toList();
        float[][] result = new float[completions.size()][];
        int done = 0;
        while (done < order.size()) {
            control.throwIfEnded();
            List<Integer> some = order.subList(done, end(order, done, completions));
            TokenBatch batch = TokenBatch.of(some.stream().map(completions::get).toList());
            TokenScores scores = score(parent, batch);
            for (int row = 0; row < some.size(); row++) {
                result[some.get(row)] = logProbs(scores, batch, row);
            }
            done += some.size();
            control.progress(stage, done, order.size(), Map.of());
        }
        return new ArrayList<>(List.of(result));
    }

    private TokenScores score(Scope parent, TokenBatch batch) {
        try (Scope scope = parent.inner()) {
            Tensor hidden = forward.hidden(scope, batch);
            return forward.score(hidden, batch);
        }
    }

    /// Log-probabilities of one row's targets.
    public static float[] logProbs(TokenScores scores, TokenBatch batch, int row) {
        float[] result = new float[batch.targetsOf(row)];
        for (int i = 0; i < result.length; i++) {
            result[i] = scores.logProb(batch.firstTarget(row) + i);
        }
        return result;
    }

    private static int end(List<Integer> order, int from, List<Completion> completions) {
        int end = from + 1;
        while (end < order.size()
                && (end + 1 - from) * completions.get(order.get(end)).length() <= TOKENS) {
            end++;
        }
        return end;
    }
}
