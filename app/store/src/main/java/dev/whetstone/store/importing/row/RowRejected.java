package dev.whetstone.store.importing.row;

import dev.whetstone.store.importing.input.Reason;

/// A row that cannot be imported, and why.
public final class RowRejected extends Exception {
    private final Reason reason;
    private final String field;

    public RowRejected(Reason reason, String field) {
        super(reason.wireName() + " " + field, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    public Reason reason() {
        return reason;
    }

    /// The column, or empty when the row as a whole is meant.
    public String field() {
        return field;
    }
}
