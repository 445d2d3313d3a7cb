package dev.whetstone.core.reward.curve;

import dev.whetstone.core.evaluate.Estimate;

/// What rules do to the accuracy, as far as an interval can tell.
public enum Effect {
    HELP,
    NO_DIFFERENCE,
    HURT;

    /// @param difference accuracy with rules minus accuracy without, on the same judgements
    static Effect of(Estimate difference) {
        if (difference.low() > 0) {
            return HELP;
        }
        return difference.high() < 0 ? HURT : NO_DIFFERENCE;
    }
}
