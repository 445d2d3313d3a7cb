package dev.whetstone.engine.loss;

/// rDPO (Chowdhury and others 2024): its mean over labels that are wrong with probability
/// `smoothing` is DPO's loss with right labels. It can be negative.
///
/// @param smoothing below 0.5
public record Robust(double beta, double smoothing) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double x = beta * pair.margin();
        double scale = 1 / (1 - 2 * smoothing);
        double loss =
                -(1 - smoothing) * Logistic.logSigmoid(x) + smoothing * Logistic.logSigmoid(-x);
        double slope = -(1 - smoothing) * Logistic.sigmoid(-x) - smoothing * Logistic.sigmoid(x);
        return Slopes.ofMargin(scale * loss, scale * beta * slope);
    }
}
