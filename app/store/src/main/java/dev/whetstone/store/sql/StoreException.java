package dev.whetstone.store.sql;

/// A failure of the project file or of an exchange file; the message is one line that a person can
/// act on.
public final class StoreException extends RuntimeException {
    private final StoreError error;

    public StoreException(StoreError error, String message) {
        super(message);
        this.error = error;
    }

    public StoreException(StoreError error, String message, Throwable cause) {
        super(message, cause);
        this.error = error;
    }

    public StoreError error() {
        return error;
    }
}
