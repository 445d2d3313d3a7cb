package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Settings of recorded trainings that change their numbers, and the values that are repeated here.
final class TrainerSettings {
    private static final Map<String, Double> NUMBERS =
            Map.of(
                    "adam_beta1", 0.9,
                    "adam_beta2", 0.999,
                    "adam_epsilon", 1e-8);

    private TrainerSettings() {}

    /// Batches whose mean losses make one optimizer step.
    static int batchesPerStep(JsonNode trace) {
        return trace.at("/settings/gradient_accumulation_steps").asInt(1);
    }

    /// @throws dev.whetstone.engine.control.RuntimeFailure `settings.loss` naming one that is not
    ///     repeated
    static void check(JsonNode trace) {
        var settings = trace.path("settings");
        NUMBERS.forEach(
                (name, value) -> {
                    if (settings.path(name).asDouble(value) != value) {
                        throw RecordedLoss.failure(
                                name + " " + settings.path(name) + " is not repeated");
                    }
                });
        for (var name : new String[] {"bf16", "fp16"}) {
            if (settings.path(name).asBoolean(false)) {
                throw RecordedLoss.failure(name + " is not repeated");
            }
        }
        var batches = trace.path("batches").size();
        var steps = trace.path("steps").size();
        if (batches == 0 || batches != steps * batchesPerStep(trace)) {
            throw RecordedLoss.failure(batches + " batches belong to " + steps + " steps");
        }
    }
}
