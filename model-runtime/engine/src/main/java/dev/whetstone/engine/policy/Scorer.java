package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
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
            float[] scores = score(parent, batch);
            for (int row = 0; row < some.size(); row++) {
                result[some.get(row)] =
                        Arrays.copyOfRange(
                                scores, batch.firstTarget(row), batch.firstTarget(row + 1));
            }
            done += some.size();
            control.progress(stage, done, completions.size(), Map.of());
        }
        return new ArrayList<>(List.of(result));
    }

    private float[] score(Scope parent, TokenBatch batch) {
        try (Scope scope = parent.inner()) {
            Tensor hidden = forward.hidden(scope, batch);
            return forward.logProbs(hidden, batch);
        }
    }
}
