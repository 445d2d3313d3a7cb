package dev.whetstone.engine.loss;

/// SPPO with hard labels (Wu and others 2024): log-ratios are drawn to +-1/(2b).
public record SppoHard(double beta) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double c = pair.chosen() - 0.5 / beta;
        double r = pair.rejected() + 0.5 / beta;
        return new Slopes(c * c + r * r, 2 * c, 2 * r);
    }
}
