package dev.whetstone.engine.loss;

/// EXO (Ji and others 2024, equation 16): KL from q = s(b m) to the label smoothed by `smoothing`.
///
/// @param smoothing above 0
public record ExoPair(double beta, double smoothing) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double x = beta * pair.margin();
        double q = Logistic.sigmoid(x);
        double rest = Logistic.sigmoid(-x);
        double won = Logistic.logSigmoid(x) - Math.log1p(-smoothing);
        double lost = Logistic.logSigmoid(-x) - Math.log(smoothing);
        return Slopes.ofMargin(q * won + rest * lost, beta * q * rest * (won - lost));
    }
}
