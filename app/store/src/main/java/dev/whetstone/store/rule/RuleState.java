package dev.whetstone.store.rule;

import java.util.Locale;

/// Whether a rule votes.
public enum RuleState {
    /// Proposed by the parser or a miner, waiting for a person.
    SUGGESTED,
    ACTIVE,
    /// Switched off by a person.
    PAUSED,
    /// Cannot vote, e.g. because it reads a source that no prompt has.
    PARKED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for an unknown name
    public static RuleState fromWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
