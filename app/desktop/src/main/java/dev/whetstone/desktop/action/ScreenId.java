package dev.whetstone.desktop.action;

/// The screens, in the order of the rail; the last has no entry of its own there.
public enum ScreenId {
    HOME,
    COMPARE,
    RULES,
    COVERAGE,
    REWARD,
    ALIGN,
    DATA,
    SETTINGS,
    /// Reached from the rules.
    DETECTORS;

    /// The screen whose entry in the rail stands for this one.
    public ScreenId entry() {
        return this == DETECTORS ? RULES : this;
    }
}
