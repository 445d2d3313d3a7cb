package dev.whetstone.store.importing.input;

import java.util.Locale;

/// Why a row was rejected.
public enum Reason {
    /// Not readable as JSON (or not UTF-8).
    JSON,
    /// Not the columns of the format.
    COLUMNS,
    /// A value that the format needs is absent or null.
    MISSING,
    /// A text with nothing in it.
    EMPTY,
    /// A value of another type than the format's.
    TYPE,
    /// A value outside what the format allows.
    VALUE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
