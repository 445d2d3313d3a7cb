package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Largest differences between a repeated training's steps and the recorded ones.
final class TraceDifferences {
    private static final double LOSS = 1e-4;
    private static final double SUMS = 1e-3;
    private static final Set<String> OTHERS =
            Set.of(
                    "entropy",
                    "logits/chosen",
                    "logits/rejected",
                    "mean_token_accuracy",
                    "rewards/accuracies",
                    "rewards/chosen",
                    "rewards/rejected",
                    "logps/chosen",
                    "logps/rejected",
                    "min_reward",
                    "mean_reward",
                    "max_reward",
                    "accuracy",
                    "margin");

    private final Map<String, Double> largest = new LinkedHashMap<>();

    void compare(Map<String, Double> found, JsonNode recorded) {
        var loss = recorded.path("loss");
        note("losses", difference(found, "loss", loss) / Math.max(1, Math.abs(loss.asDouble())));
        var norm = recorded.path("grad_norm_before_clipping");
        note(
                "gradient norms, relative",
                difference(found, "grad_norm", norm) / Math.abs(norm.asDouble()));
        if (recorded.has("rewards/margins")) {
            note(
                    "reward margins",
                    difference(found, "rewards/margins", recorded.path("rewards/margins")));
        }
        for (var name : OTHERS) {
            if (recorded.has(name)) {
                note("metrics", difference(found, name, recorded.path(name)));
            }
        }
    }

    void report(String trace, Suite suite) {
        largest.forEach(
                (what, difference) ->
                        suite.add(
                                Check.of(
                                        trace + " " + what,
                                        difference,
                                        what.equals("metrics") ? SUMS : LOSS)));
    }

    private void note(String what, double difference) {
        largest.merge(what, difference, Math::max);
    }

    private static double difference(Map<String, Double> found, String name, JsonNode recorded) {
        return recorded.isNumber()
                ? Math.abs(found.getOrDefault(name, Double.NaN) - recorded.asDouble())
                : Double.NaN;
    }
}
