package dev.whetstone.core.judgement;

/// How clearly the best response is better than the next. Files write 1, 2, 3; 0 or absent means
/// that the expert did not say.
public enum Strength {
    UNSAID,
    SLIGHTLY,
    CLEARLY,
    MUCH;

    public int wireValue() {
        return ordinal();
    }

    /// @throws IllegalArgumentException outside 0..3
    public static Strength fromWireValue(int value) {
        if (value < 0 || value >= values().length) {
            throw new IllegalArgumentException("strength is 1, 2 or 3, not " + value);
        }
        return values()[value];
    }
}
