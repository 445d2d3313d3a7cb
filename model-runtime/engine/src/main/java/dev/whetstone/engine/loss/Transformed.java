package dev.whetstone.engine.loss;

import java.util.Map;

/// Another loss of scores that bend each log-ratio.
public record Transformed(PairwiseLoss inner, Bend bend) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        Slopes slopes = inner.of(bent(pair));
        return new Slopes(
                slopes.loss(),
                chain(slopes.chosen(), bend.slope(pair.chosen())),
                chain(slopes.rejected(), bend.slope(pair.rejected())));
    }

    @Override
    public double level(double ratio, int tokens) {
        return inner.level(bend.of(ratio), tokens);
    }

    @Override
    public boolean perToken() {
        return inner.perToken();
    }

    @Override
    public Map<String, Double> metrics(Ratios pair) {
        return inner.metrics(bent(pair));
    }

    private Ratios bent(Ratios pair) {
        return pair.with(bend.of(pair.chosen()), bend.of(pair.rejected()));
    }

    /// A loss that is flat stays so, however steep the bend is.
    private static double chain(double outer, double inner) {
        return outer == 0 ? 0 : outer * inner;
    }
}
