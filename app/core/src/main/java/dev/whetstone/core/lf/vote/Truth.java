package dev.whetstone.core.lf.vote;

/// Truth in Kleene's strong three-valued logic.
enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    private static final Truth[] ALL = values();

    /// The one with an ordinal.
    static Truth at(int ordinal) {
        return ALL[ordinal];
    }

    Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
