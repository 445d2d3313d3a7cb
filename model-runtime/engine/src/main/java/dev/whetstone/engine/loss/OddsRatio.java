package dev.whetstone.engine.loss;

import java.util.Map;

/// ORPO's term (Hong and others 2024) of two log-probabilities below 0: -b log s(log odds(chosen) -
/// log odds(rejected)). ORPO takes it over means of tokens.
public record OddsRatio(double beta) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double x = logOdds(pair.chosen()) - logOdds(pair.rejected());
        double slope = -beta * Logistic.sigmoid(-x);
        return new Slopes(
                -beta * Logistic.logSigmoid(x),
                slope * logOddsSlope(pair.chosen()),
                -slope * logOddsSlope(pair.rejected()));
    }

    @Override
    public Map<String, Double> metrics(Ratios pair) {
        double x = logOdds(pair.chosen()) - logOdds(pair.rejected());
        return Map.of("log_odds_ratio", Logistic.logSigmoid(x), "log_odds_chosen", x);
    }

    private static double logOdds(double logProb) {
        return logProb - Logistic.log1mExp(logProb);
    }

    private static double logOddsSlope(double logProb) {
        return -1 / Math.expm1(logProb);
    }
}
