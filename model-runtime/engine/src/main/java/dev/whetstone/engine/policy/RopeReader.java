package dev.whetstone.engine.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RuntimeFailure;
import java.nio.file.Path;

/// Reads rotary settings in both spellings: `rope_parameters` (Transformers 5), or `rope_theta`
/// with
/// `rope_scaling` (4), whose type is under `rope_type` or `type`.
final class RopeReader {
    private final Path file;
    private final JsonNode root;
    private final int positions;

    RopeReader(Path file, JsonNode root, int positions) {
        this.file = file;
        this.root = root;
        this.positions = positions;
    }

    Rope rope() {
        boolean newer = root.path("rope_parameters").isObject();
        String field = newer ? "rope_parameters" : "rope_scaling";
        JsonNode settings = root.path(field);
        double theta = root.path("rope_theta").asDouble(10_000);
        theta = settings.path("rope_theta").asDouble(theta);
        String type = settings.path("rope_type").asText(settings.path("type").asText("default"));
        return switch (type) {
            case "default" -> new Rope.Plain(theta);
            case "linear" -> new Rope.Linear(theta, number(field, settings, "factor"));
            case "llama3" ->
                    new Rope.Llama3(
                            theta,
                            number(field, settings, "factor"),
                            number(field, settings, "low_freq_factor"),
                            number(field, settings, "high_freq_factor"),
                            number(field, settings, "original_max_position_embeddings"));
            case "yarn" -> yarn(theta, field, settings);
            default ->
                    throw wrong(
                            field,
                            "the type '"
                                    + type
                                    + "' is not supported (default,"
                                    + " linear, llama3, yarn are)");
        };
    }

    private Rope yarn(double theta, String field, JsonNode settings) {
        double factor = number(field, settings, "factor");
        double original = settings.path("original_max_position_embeddings").asDouble(positions);
        double scaling;
        if (settings.path("attention_factor").isNumber()) {
            scaling = settings.path("attention_factor").doubleValue();
        } else if (settings.path("mscale").asDouble(0) != 0
                && settings.path("mscale_all_dim").asDouble(0) != 0) {
            scaling =
                    magnitude(factor, settings.path("mscale").doubleValue())
                            / magnitude(factor, settings.path("mscale_all_dim").doubleValue());
        } else {
            scaling = magnitude(factor, 1);
        }
        return new Rope.Yarn(
                theta,
                factor,
                settings.path("beta_fast").asDouble(32),
                settings.path("beta_slow").asDouble(1),
                original,
                scaling,
                settings.path("truncate").asBoolean(true)
                        ? Rope.Yarn.Rounding.WHOLE
                        : Rope.Yarn.Rounding.EXACT);
    }

    private static double magnitude(double factor, double weight) {
        return factor <= 1 ? 1 : 0.1 * weight * Math.log(factor) + 1;
    }

    private double number(String field, JsonNode settings, String name) {
        JsonNode node = settings.path(name);
        if (!node.isNumber() || !(node.doubleValue() > 0)) {
            throw wrong(field + "." + name, "holds '" + node + "', expected a positive number");
        }
        return node.doubleValue();
    }

    private RuntimeFailure wrong(String field, String message) {
        return new RuntimeFailure("model.config", file + ": " + field + ": " + message, "");
    }
}
