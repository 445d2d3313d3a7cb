package dev.whetstone.engine.loss;

import static dev.whetstone.engine.loss.Logistic.logSigmoid;
import static dev.whetstone.engine.loss.Logistic.sigmoid;

/// NCA (Chen and others 2024): -log s(b c) - 1/2 log s(-b c) - 1/2 log s(-b r).
public record NcaPair(double beta) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double c = beta * pair.chosen();
        double r = beta * pair.rejected();
        return new Slopes(
                -logSigmoid(c) - 0.5 * logSigmoid(-c) - 0.5 * logSigmoid(-r),
                beta * (-sigmoid(-c) + 0.5 * sigmoid(c)),
                beta * 0.5 * sigmoid(r));
    }
}
