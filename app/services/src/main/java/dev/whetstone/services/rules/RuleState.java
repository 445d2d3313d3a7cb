package dev.whetstone.services.rules;

/// Whether a rule votes. Only active rules do; a parked one waits for a source text.
public enum RuleState {
    SUGGESTED,
    ACTIVE,
    PAUSED,
    PARKED
}
