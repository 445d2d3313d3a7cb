package dev.whetstone.engine.loss;

import java.util.Map;

/// KTO (Ethayarajh and others 2024) over the two responses of a pair: the mean of the chosen one's
/// and the rejected one's loss.
///
/// @param desirable weight of chosen responses
/// @param undesirable weight of rejected ones
public record Kto(double beta, double desirable, double undesirable) implements PairwiseLoss {
    /// A loss and its derivative.
    public record Row(double loss, double slope) {}

    /// desirable (1 - s(b (s - z))).
    public Row desirable(double ratio, double drift) {
        double x = beta * (ratio - drift);
        return new Row(
                desirable * Logistic.sigmoid(-x),
                -desirable * beta * Logistic.sigmoid(x) * Logistic.sigmoid(-x));
    }

    /// undesirable (1 - s(b (z - s))).
    public Row undesirable(double ratio, double drift) {
        double x = beta * (ratio - drift);
        return new Row(
                undesirable * Logistic.sigmoid(x),
                undesirable * beta * Logistic.sigmoid(x) * Logistic.sigmoid(-x));
    }

    /// z: the mean log-ratio of responses to other prompts, at least 0.
    public static double drift(double[] ratios) {
        double sum = 0;
        for (double ratio : ratios) {
            sum += ratio;
        }
        return ratios.length == 0 ? 0 : Math.max(0, sum / ratios.length);
    }

    @Override
    public Slopes of(Ratios pair) {
        Row chosen = desirable(pair.chosen(), pair.drift());
        Row rejected = undesirable(pair.rejected(), pair.drift());
        return new Slopes(
                (chosen.loss() + rejected.loss()) / 2, chosen.slope() / 2, rejected.slope() / 2);
    }

    @Override
    public Map<String, Double> metrics(Ratios pair) {
        return Map.of("kl", pair.drift());
    }
}
