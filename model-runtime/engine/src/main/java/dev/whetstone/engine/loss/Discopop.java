package dev.whetstone.engine.loss;

/// DiscoPOP (Lu and others 2024): -log s(x) (1 - k) + e^-x k with x = b m, k = s(x / tau).
public record Discopop(double beta, double tau) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double x = beta * pair.margin();
        double rest = Logistic.sigmoid(-x / tau);
        double logistic = -Logistic.logSigmoid(x);
        // each product by its logarithm: e^-x alone overflows where k makes up for it
        double exponential = Math.exp(-x + Logistic.logSigmoid(x / tau));
        double blend = rest / tau;
        double slope =
                -Logistic.sigmoid(-x) * rest
                        - logistic * Logistic.sigmoid(x / tau) * blend
                        - exponential
                        + exponential * blend;
        return Slopes.ofMargin(logistic * rest + exponential, beta * slope);
    }
}
