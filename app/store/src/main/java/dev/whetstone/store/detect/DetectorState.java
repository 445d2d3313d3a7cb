package dev.whetstone.store.detect;

import java.util.Locale;

/// How far a detector is.
public enum DetectorState {
    UNTRAINED,
    TRAINED,
    /// Taken away; its history and marks stay.
    REMOVED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for an unknown name
    public static DetectorState fromWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
