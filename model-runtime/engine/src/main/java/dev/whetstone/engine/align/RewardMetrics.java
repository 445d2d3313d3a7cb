package dev.whetstone.engine.align;

import java.util.LinkedHashMap;
import java.util.Map;

/// What TRL's RewardTrainer logs of a batch of pairs, by its names.
public final class RewardMetrics {
    private int pairs;
    private double loss;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double sum;
    private double margin;
    private int right;

    /// Rewards of a pair, and its loss.
    public void add(double chosen, double rejected, double pairLoss) {
        pairs++;
        loss += pairLoss;
        least = Math.min(least, Math.min(chosen, rejected));
        most = Math.max(most, Math.max(chosen, rejected));
        sum += chosen + rejected;
        margin += chosen - rejected;
        right += chosen > rejected ? 1 : 0;
    }

    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", loss / pairs);
        values.put("min_reward", least);
        values.put("mean_reward", sum / (2 * pairs));
        values.put("max_reward", most);
        values.put("accuracy", (double) right / pairs);
        values.put("margin", margin / pairs);
        return values;
    }
}
