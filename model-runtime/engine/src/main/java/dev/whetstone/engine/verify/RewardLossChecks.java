package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.RewardMetrics;
import dev.whetstone.engine.loss.RewardLoss;
import java.io.IOException;
import java.util.Set;

/// `losses/reward.json`: TRL's RewardTrainer over prepared rewards.
final class RewardLossChecks {
    private static final Set<String> KNOWN =
            Set.of(
                    "rewards_chosen",
                    "rewards_rejected",
                    "center_rewards_coefficient",
                    "margin",
                    "loss",
                    "d_loss_d_chosen",
                    "d_loss_d_rejected",
                    "metrics");

    private RewardLossChecks() {}

    static void run(String name, JsonNode recorded, Suite suite) throws IOException {
        var number = 0;
        for (var entry : recorded.path("cases")) {
            var title =
                    name
                            + " case "
                            + ++number
                            + " {\"center_rewards_coefficient\":"
                            + entry.path("center_rewards_coefficient")
                            + ",\"margin\":"
                            + entry.path("margin")
                            + "}";
            suite.attempt(title, () -> suite.add(check(title, entry)));
        }
    }

    private static Check check(String title, JsonNode entry) {
        for (var field : entry.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                throw RecordedLoss.failure("'" + field.getKey() + "' is not understood");
            }
        }
        var loss = new RewardLoss(entry.path("center_rewards_coefficient").asDouble(0));
        var difference = new Difference();
        var pairs = entry.path("rewards_chosen").size();
        var metrics = new RewardMetrics();
        for (var i = 0; i < pairs; i++) {
            var chosen = entry.path("rewards_chosen").get(i).asDouble();
            var rejected = entry.path("rewards_rejected").path(i).asDouble(Double.NaN);
            var slopes =
                    entry.path("margin").isArray()
                            ? loss.withMargin(
                                    chosen, rejected, entry.path("margin").path(i).asDouble())
                            : loss.of(chosen, rejected, 1);
            metrics.add(chosen, rejected, slopes.loss());
            difference.add(slopes.chosen() / pairs, entry.path("d_loss_d_chosen").path(i));
            difference.add(slopes.rejected() / pairs, entry.path("d_loss_d_rejected").path(i));
        }
        var values = metrics.values();
        difference.add(values.getOrDefault("loss", Double.NaN), entry.path("loss"));
        for (var metric : entry.path("metrics").properties()) {
            difference.add(values.getOrDefault(metric.getKey(), Double.NaN), metric.getValue());
        }
        return Check.of(title, difference.largest(), LossChecks.TOLERANCE);
    }
}
