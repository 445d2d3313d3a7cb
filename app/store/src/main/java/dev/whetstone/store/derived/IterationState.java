package dev.whetstone.store.derived;

import java.util.Locale;

/// How far an iteration is, and what people decided about it.
public enum IterationState {
    RUNNING,
    DONE,
    FAILED,
    KEPT,
    ROLLED_BACK;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for an unknown name
    public static IterationState fromWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
