package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.PairScores;
import dev.whetstone.engine.align.PreferenceLoss;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// `losses/dpo.json`: each loss with its gradients; other files hold losses that are not supported.
final class LossChecks {
    private static final double TOLERANCE = 1e-5;

    private LossChecks() {}

    static void run(Path root, Suite suite) throws IOException {
        for (var file : Recorded.list(root.resolve("losses"))) {
            var name = "losses/" + file.getFileName();
            if (!file.getFileName().toString().equals("dpo.json")) {
                suite.add(Check.failed(name, "these losses are not supported"));
            } else if (Files.isRegularFile(file)) {
                var recorded = Recorded.json(file);
                for (var entry : recorded.path("cases")) {
                    var title =
                            name
                                    + " "
                                    + entry.path("input").asText()
                                    + " "
                                    + entry.path("settings");
                    suite.attempt(title, () -> check(recorded, entry, title, suite));
                }
            }
        }
    }

    private static void check(JsonNode recorded, JsonNode entry, String title, Suite suite) {
        var settings = entry.path("settings");
        requireSupported(settings);
        var input = recorded.path("inputs").path(entry.path("input").asText());
        var beta =
                settings.path("beta").asDouble(recorded.path("defaults").path("beta").asDouble());
        var loss = PreferenceLoss.named(settings.path("loss_type").path(0).asText(), beta);
        var pairs = input.path("pairs").asInt();
        var largest = 0.0;
        var total = 0.0;
        for (var i = 0; i < pairs; i++) {
            var result =
                    loss.of(
                            new PairScores(
                                    input.path("policy_chosen_logps").get(i).asDouble(),
                                    input.path("policy_rejected_logps").get(i).asDouble(),
                                    input.path("reference_chosen_logps").get(i).asDouble(),
                                    input.path("reference_rejected_logps").get(i).asDouble(),
                                    input.path("completion_lengths").get(i).asInt(),
                                    input.path("completion_lengths").get(pairs + i).asInt()));
            total += result.loss() / pairs;
            largest =
                    Math.max(
                            largest,
                            relative(
                                    result.dChosen() / pairs,
                                    entry.path("d_loss_d_chosen_logps").path(i)));
            largest =
                    Math.max(
                            largest,
                            relative(
                                    result.dRejected() / pairs,
                                    entry.path("d_loss_d_rejected_logps").path(i)));
        }
        largest = Math.max(largest, relative(total, entry.path("loss")));
        suite.add(Check.of(title, largest, TOLERANCE));
    }

    /// A setting that this engine has not is named, whatever its value. TRL ignores label smoothing
    /// for `sigmoid`.
    private static void requireSupported(JsonNode settings) {
        if (settings.path("loss_type").size() != 1) {
            throw new RuntimeFailure("settings.loss", "a mixture of losses is not supported", "");
        }
        var sigmoid = settings.path("loss_type").path(0).asText().equals("sigmoid");
        for (var field : settings.properties()) {
            var known = Set.of("loss_type", "beta").contains(field.getKey());
            if (!known && !(sigmoid && field.getKey().equals("label_smoothing"))) {
                throw new RuntimeFailure(
                        "settings.loss", "'" + field.getKey() + "' is not supported", "");
            }
        }
    }

    /// Relative to the recorded value where that is above 1; recorded values beyond numbers do not
    /// bind.
    private static double relative(double actual, JsonNode expected) {
        if (!expected.isNumber()) {
            return expected.isTextual() ? 0 : Double.NaN;
        }
        return Math.abs(actual - expected.asDouble()) / Math.max(1, Math.abs(expected.asDouble()));
    }
}
