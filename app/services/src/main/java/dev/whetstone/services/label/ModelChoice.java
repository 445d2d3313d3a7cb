package dev.whetstone.services.label;

import java.util.Locale;

/// How votes become labels. `AUTO` follows the policy: majority with few choices, then a regression
/// on the votes that starts at majority vote, and another model where it predicts better.
public enum ModelChoice {
    AUTO,
    MAJORITY,
    RIDGE,
    GOLD,
    EM,
    DAWID_SKENE,
    SNORKEL,
    FLYINGSQUID;

    /// The command line's spelling.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
