package dev.whetstone.engine.loss;

import java.util.Map;

/// Another loss over means of tokens instead of sums.
public record PerToken(PairwiseLoss inner) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        Slopes slopes = inner.of(means(pair));
        return new Slopes(
                slopes.loss(),
                slopes.chosen() / pair.chosenTokens(),
                slopes.rejected() / pair.rejectedTokens());
    }

    @Override
    public double level(double ratio, int tokens) {
        return inner.level(ratio / tokens, tokens);
    }

    @Override
    public boolean perToken() {
        return true;
    }

    @Override
    public Map<String, Double> metrics(Ratios pair) {
        return inner.metrics(means(pair));
    }

    private static Ratios means(Ratios pair) {
        return pair.with(
                pair.chosen() / pair.chosenTokens(), pair.rejected() / pair.rejectedTokens());
    }
}
