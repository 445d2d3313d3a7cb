package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.loss.PairScores;
import dev.whetstone.engine.loss.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Prepared per-token log-probabilities: rows of chosen completions, then of rejected ones.
final class RecordedPairs {
    private final JsonNode input;
    private final Objective objective;
    private final int pairs;
    private final int tokens;

    RecordedPairs(JsonNode input, Objective objective) {
        this.input = input;
        this.objective = objective;
        this.pairs = input.path("completion_mask").size() / 2;
        this.tokens = IntStream.range(0, pairs).map(row -> targets(row).length).sum();
    }

    int pairs() {
        return pairs;
    }

    /// Tokens of the pair's shorter completion.
    int shared(int pair) {
        return Math.min(targets(pair).length, targets(pairs + pair).length);
    }

    /// Where a row's log-probabilities belong to its completion.
    int[] targets(int row) {
        var mask = input.path("completion_mask").path(row);
        return IntStream.range(1, mask.size())
                .filter(i -> mask.get(i).asInt() == 1)
                .map(i -> i - 1)
                .toArray();
    }

    List<PairScores> scores() {
        var step = new ArrayList<PairScores>();
        for (var i = 0; i < pairs; i++) {
            step.add(pair(i, (double) pairs / tokens));
        }
        return step;
    }

    /// A pair that is a step by itself.
    PairScores alone(int pair) {
        return pair(pair, 1.0 / targets(pair).length);
    }

    /// All pairs, the scores of one of them changed.
    List<PairScores> moved(int pair, double chosen, double rejected) {
        var step = new ArrayList<>(scores());
        var old = step.get(pair);
        step.set(
                pair,
                new PairScores(
                        moved(old.chosen(), chosen),
                        moved(old.rejected(), rejected),
                        old.p(),
                        old.weight(),
                        old.drift()));
        return step;
    }

    private static Scored moved(Scored old, double by) {
        return new Scored(
                old.logProb() + by, old.reference(), old.tokens(), old.text(), old.share());
    }

    private PairScores pair(int pair, double share) {
        var weight = objective.weighsPairs() ? weight(pair) * weight(pairs + pair) : 1;
        return new PairScores(
                scored(pair, shared(pair), share),
                scored(pairs + pair, shared(pair), share),
                1,
                weight,
                0);
    }

    private Scored scored(int row, int shared, double share) {
        var logProbs = values("policy_per_token_logps", row);
        var sum = 0.0;
        for (var value : logProbs) {
            sum += value;
        }
        return new Scored(
                objective.discount().sum(logProbs, shared),
                objective.discount().sum(values("reference_per_token_logps", row), shared),
                logProbs.length,
                sum,
                share);
    }

    private double weight(int row) {
        var logProbs = values("policy_per_token_logps", row);
        var expected = values("log_sum_sq_probs", row);
        var sum = 0.0;
        for (var i = 0; i < logProbs.length; i++) {
            sum += logProbs[i] - expected[i];
        }
        return Math.exp(sum / logProbs.length);
    }

    private float[] values(String name, int row) {
        var targets = targets(row);
        var values = new float[targets.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) input.path(name).path(row).path(targets[i]).asDouble(Double.NaN);
        }
        return values;
    }
}
