package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.policy.RewardPolicy;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.List;

/// `expected/NAME.json` of a model for sequence classification: its scores.
final class RewardChecks {
    private static final double SCORE = 1e-5;

    private RewardChecks() {}

    static void run(Path root, String title, JsonNode expected, Suite suite) {
        var folder = root.resolve(expected.path("checkpoint").asText());
        try (var policy = RewardPolicy.load(ModelRef.of(folder), Device.CPU)) {
            for (var entry : expected.path("cases").properties()) {
                var recorded = entry.getValue();
                // the case of single rows has no rows of its own
                var input =
                        recorded.has("input_ids") ? recorded : expected.at("/cases/right_padded");
                suite.add(
                        Check.of(
                                title + " scores " + entry.getKey(),
                                difference(policy, Recorded.rows(input), recorded.path("scores")),
                                SCORE));
            }
        }
    }

    /// @param recorded a number for each row, or a list of them
    static double difference(RewardPolicy policy, List<int[]> rows, JsonNode recorded) {
        var scores = policy.scores(rows, RunControl.NONE);
        var largest = rows.size() == recorded.size() ? 0.0 : Double.NaN;
        for (var i = 0; i < rows.size(); i++) {
            for (var label = 0; label < scores.get(i).length; label++) {
                var one = recorded.path(i);
                var value = one.isArray() ? one.path(label) : one;
                largest =
                        Math.max(
                                largest,
                                Math.abs(scores.get(i)[label] - value.asDouble(Double.NaN)));
            }
        }
        return largest;
    }
}
