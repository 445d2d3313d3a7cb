package dev.whetstone.engine.control;

/// A failure that a person can act on.
public final class RuntimeFailure extends RuntimeException {
    private final String code;
    private final String advice;

    /// @param code short and stable, e.g. `model.config`, `weights.header`, `self-test`
    /// @param message one line that names file and field
    /// @param advice what to do; may be empty
    public RuntimeFailure(String code, String message, String advice) {
        super(message);
        this.code = code;
        this.advice = advice;
    }

    /// As above, with the failure behind it.
    public RuntimeFailure(String code, String message, String advice, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    public String advice() {
        return advice;
    }
}
