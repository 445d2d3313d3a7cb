package dev.whetstone.engine.loss;

/// DPOP (Pal and others 2024): -log s(b (m - lambda max(0, -c))): a chosen response that falls
/// below the reference costs margin.
public record Dpop(double beta, double lambda) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double x = beta * (pair.margin() - lambda * Math.max(0, -pair.chosen()));
        double slope = -beta * Logistic.sigmoid(-x);
        double fall = pair.chosen() < 0 ? lambda : 0;
        return new Slopes(-Logistic.logSigmoid(x), slope * (1 + fall), -slope);
    }
}
