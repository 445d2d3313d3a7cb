package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Scores completions in batches of like length.
public final class Scorer {
    private final Forward forward;

    public Scorer(Forward forward) {
        this.forward = forward;
    }

    /// Log-probability of each completion token, in the order of the completions.
    public List<float[]> logProbs(
            Scope parent, List<Completion> completions, String stage, RunControl control) {
        float[][] result = new float[completions.size()][];
        int done = 0;
        int[] lengths = completions.stream().mapToInt(Completion::length).toArray();
        for (List<Integer> some : LengthBatches.of(forward.config(), lengths)) {
            control.throwIfEnded();
            TokenBatch batch = TokenBatch.of(some.stream().map(completions::get).toList());
            TokenScores scores = score(parent, batch);
            for (int row = 0; row < some.size(); row++) {
                result[some.get(row)] = logProbs(scores, batch, row);
            }
            done += some.size();
            control.progress(stage, done, completions.size(), Map.of());
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
}
