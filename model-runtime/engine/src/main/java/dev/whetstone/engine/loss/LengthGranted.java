package dev.whetstone.engine.loss;

/// R-DPO (Park and others 2024): -log s(b m + a (|chosen| - |rejected|)): a longer chosen response
/// is granted margin, so that length teaches less.
public record LengthGranted(double beta, double alpha) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double x = beta * pair.margin() + alpha * (pair.chosenTokens() - pair.rejectedTokens());
        return Slopes.ofMargin(-Logistic.logSigmoid(x), -beta * Logistic.sigmoid(-x));
    }
}
