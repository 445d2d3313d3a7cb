package dev.whetstone.core.reward;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;
import java.util.List;

/// How much each part counts: weights, none below 0, for which the parts' out-of-fold log-odds
/// have the least log loss, pulled towards equal shares of n / (n + 20), so that few pairs
/// give little confidence. Their sum is one over the temperature.
final class PartMix {
    /// Strength of the pull: 3 (weight - share)² on the summed loss.
    private static final double PULL = 3;

    private static final double COIN_PAIRS = 20;

    private static final int MAX_ROUNDS = 500;

    private PartMix() {}

    /// @param counted which pairs take part
    static double[] fit(RewardData data, List<PartFit> parts, boolean[] counted) {
        double[] mix = new double[parts.size()];
        double equal = confidence(counted) / parts.size();
        Arrays.fill(mix, equal);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double largest = 0;
            for (int part = 0; part < mix.length; part++) {
                double gradient = 2 * PULL * (mix[part] - equal);
                double curvature = 2 * PULL;
                for (int i = 0; i < counted.length; i++) {
                    if (counted[i]) {
                        double z = 0;
                        for (int other = 0; other < mix.length; other++) {
                            z += mix[other] * parts.get(other).outOfFold(i);
                        }
                        double p = Logistic.sigmoid(z);
                        double own = parts.get(part).outOfFold(i);
                        double weight = data.pair(i).weight();
                        gradient += weight * (p - data.pair(i).p()) * own;
                        curvature += weight * p * (1 - p) * own * own;
                    }
                }
                double next = Math.max(0, mix[part] - Math.clamp(gradient / curvature, -.5, .5));
                largest = Math.max(largest, Math.abs(next - mix[part]));
                mix[part] = next;
            }
            if (largest < 1e-9) {
                break;
            }
        }
        return mix;
    }

    /// n / (n + 20): what is left of the confidence when n pairs were judged.
    static double confidence(boolean[] counted) {
        int n = 0;
        for (boolean takesPart : counted) {
            n += takesPart ? 1 : 0;
        }
        return n / (n + COIN_PAIRS);
    }
}
