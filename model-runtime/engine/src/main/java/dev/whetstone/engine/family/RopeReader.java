package dev.whetstone.engine.family;

import java.util.List;

/// Reads rotary settings in both spellings: `rope_parameters` (Transformers 5), or `rope_theta`
/// with `rope_scaling` (4), whose type is under `rope_type` or `type`.
final class RopeReader {
    private final ConfigFields root;
    private final ConfigFields settings;
    private final String field;
    private final int positions;
    private final int headDim;

    RopeReader(ConfigFields root, int positions, int headDim) {
        this.root = root;
        this.positions = positions;
        this.headDim = headDim;
        this.field = root.isObject("rope_scaling") ? "rope_scaling" : "rope_parameters";
        this.settings = root.inner(field);
    }

    Rope rope() {
        double theta = settings.number("rope_theta", root.number("rope_theta", 10_000));
        double part =
                settings.number("partial_rotary_factor", root.number("partial_rotary_factor", 1));
        if (part != 1) {
            throw root.wrong("partial_rotary_factor", part + " is not supported (1 is)");
        }
        String type = settings.text("rope_type", settings.text("type", "default"));
        return switch (type) {
            case "default" -> new Rope.Plain(theta);
            case "linear" -> new Rope.Linear(theta, settings.number("factor"));
            case "dynamic" -> new Rope.Dynamic(theta, settings.number("factor"), positions);
            case "llama3" -> llama3(theta);
            case "yarn" -> yarn(theta);
            case "longrope" -> longRope(theta);
            default ->
                    throw root.wrong(
                            field,
                            "the type '"
                                    + type
                                    + "' is not supported (default,"
                                    + " linear, dynamic, llama3, yarn, longrope are)");
        };
    }

    private Rope llama3(double theta) {
        double low = settings.number("low_freq_factor");
        double high = settings.number("high_freq_factor");
        if (low == high) {
            throw root.wrong(field, "low_freq_factor and high_freq_factor are equal");
        }
        return new Rope.Llama3(theta, settings.number("factor"), low, high, original());
    }

    private Rope yarn(double theta) {
        double factor = factor();
        double scaling;
        if (settings.has("attention_factor")) {
            scaling = settings.number("attention_factor");
        } else if (settings.has("mscale") && settings.has("mscale_all_dim")) {
            scaling =
                    magnitude(factor, settings.number("mscale"))
                            / magnitude(factor, settings.number("mscale_all_dim"));
        } else {
            scaling = magnitude(factor, 1);
        }
        return new Rope.Yarn(
                theta,
                factor,
                settings.number("beta_fast", 32),
                settings.number("beta_slow", 1),
                original(),
                scaling,
                settings.flag("truncate", "true")
                        ? Rope.Yarn.Rounding.WHOLE
                        : Rope.Yarn.Rounding.EXACT);
    }

    private Rope longRope(double theta) {
        double factor = factor();
        double usual = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original()));
        return new Rope.Long(
                theta,
                factors("short_factor"),
                factors("long_factor"),
                original(),
                settings.number("attention_factor", usual));
    }

    private List<Double> factors(String name) {
        List<Double> factors = settings.numbers(name);
        if (factors.size() != headDim / 2) {
            throw root.wrong(
                    field + "." + name,
                    factors.size()
                            + " numbers, half a head of "
                            + headDim
                            + " needs "
                            + headDim / 2);
        }
        return factors;
    }

    /// The length that the model was first trained on; beside the settings it has precedence.
    private double original() {
        String name = "original_max_position_embeddings";
        return root.number(name, settings.number(name, positions));
    }

    private double factor() {
        return settings.number("factor", positions / original());
    }

    private static double magnitude(double factor, double weight) {
        return factor <= 1 ? 1 : 0.1 * weight * Math.log(factor) + 1;
    }
}
