package dev.whetstone.desktop.action;

/// The screens, in the order of the rail.
public enum ScreenId {
    HOME,
    COMPARE,
    RULES,
    COVERAGE,
    REWARD,
    ALIGN,
    DATA,
    SETTINGS
}
