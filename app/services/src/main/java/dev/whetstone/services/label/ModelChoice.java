package dev.whetstone.services.label;

import java.util.Locale;

/// How votes become labels. `AUTO` follows the policy: majority without choices, gold-only shrunk
/// weights from about 20 judged pairs.
public enum ModelChoice {
    AUTO,
    MAJORITY,
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
