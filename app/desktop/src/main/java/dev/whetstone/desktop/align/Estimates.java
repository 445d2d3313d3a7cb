package dev.whetstone.desktop.align;

import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.reward.Estimate;

/// Win rates in words: the share with its 95 % interval.
final class Estimates {
    private Estimates() {}

    /// E.g. `88 % (83 to 93)`; a dash where nothing was measured.
    static String words(Estimate estimate, Messages messages) {
        if (Double.isNaN(estimate.value())) {
            return "–";
        }
        return messages.t(
                "align.estimate",
                Math.round(estimate.value() * 100) + " %",
                Math.round(estimate.low() * 100),
                Math.round(estimate.high() * 100));
    }
}
