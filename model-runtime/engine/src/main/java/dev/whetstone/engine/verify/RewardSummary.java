package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// TRL's RewardTrainer's metrics of a batch of pairs, by its names.
final class RewardSummary {
    private int pairs;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double sum;
    private double margin;
    private int right;

    void add(double chosen, double rejected) {
        pairs++;
        least = Math.min(least, Math.min(chosen, rejected));
        most = Math.max(most, Math.max(chosen, rejected));
        sum += chosen + rejected;
        margin += chosen - rejected;
        right += chosen > rejected ? 1 : 0;
    }

    void compare(JsonNode recorded, Difference difference) {
        Map<String, Double> values =
                Map.of(
                        "min_reward", least,
                        "mean_reward", sum / (2 * pairs),
                        "max_reward", most,
                        "accuracy", (double) right / pairs,
                        "margin", margin / pairs);
        values.forEach((name, value) -> difference.add(value, recorded.path(name)));
    }
}
