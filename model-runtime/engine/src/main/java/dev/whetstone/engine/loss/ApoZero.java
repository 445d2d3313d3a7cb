package dev.whetstone.engine.loss;

/// APO-zero (D'Oosterlinck and others 2024): chosen up, rejected down.
public record ApoZero(double beta) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double c = beta * pair.chosen();
        double r = beta * pair.rejected();
        return new Slopes(
                Logistic.sigmoid(-c) + Logistic.sigmoid(r),
                -beta * Logistic.sigmoid(c) * Logistic.sigmoid(-c),
                beta * Logistic.sigmoid(r) * Logistic.sigmoid(-r));
    }
}
