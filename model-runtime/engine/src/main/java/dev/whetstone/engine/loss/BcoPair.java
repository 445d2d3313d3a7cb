package dev.whetstone.engine.loss;

/// BCO (Jung and others 2024) without its running mean, as TRL has it for pairs.
public record BcoPair(double beta) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double c = beta * pair.chosen();
        double r = beta * pair.rejected();
        return new Slopes(
                -Logistic.logSigmoid(c) - Logistic.logSigmoid(-r),
                -beta * Logistic.sigmoid(-c),
                beta * Logistic.sigmoid(r));
    }
}
