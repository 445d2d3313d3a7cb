package dev.whetstone.engine.loss;

/// APO-down (D'Oosterlinck and others 2024): chosen down, rejected further down.
public record ApoDown(double beta) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double c = beta * pair.chosen();
        double m = beta * pair.margin();
        double slope = -beta * Logistic.sigmoid(m) * Logistic.sigmoid(-m);
        return new Slopes(
                Logistic.sigmoid(c) + Logistic.sigmoid(-m),
                beta * Logistic.sigmoid(c) * Logistic.sigmoid(-c) + slope,
                -slope);
    }
}
