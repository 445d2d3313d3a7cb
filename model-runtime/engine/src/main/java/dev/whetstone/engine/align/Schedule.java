package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;

/// The learning rate of each step, as Transformers' schedulers give it: it rises linearly from 0
/// over the warm-up (the first step therefore changes nothing), then follows the named curve.
///
/// @param name `linear`, `cosine` or `constant`
public record Schedule(String name, double peak, int warmupSteps, long totalSteps) {
    public Schedule {
        if (!name.equals("linear") && !name.equals("cosine") && !name.equals("constant")) {
            throw new RuntimeFailure(
                    "settings.schedule",
                    "the schedule '" + name + "' is not supported",
                    "use linear, cosine or constant");
        }
    }

    /// @param step from 0
    public double rate(long step) {
        if (step < warmupSteps) {
            return peak * step / Math.max(1, warmupSteps);
        }
        double left = Math.max(1, totalSteps - warmupSteps);
        double progress = (step - warmupSteps) / left;
        return switch (name) {
            case "linear" -> peak * Math.max(0, (totalSteps - step) / left);
            case "cosine" -> peak * Math.max(0, 0.5 * (1 + Math.cos(Math.PI * progress)));
            default -> peak;
        };
    }
}
