package dev.whetstone.services.failure;

/// A refusal or failure that a person can act on. The screens show it on the error page, the
/// command line prints `error: CODE message`.
public final class ServiceException extends RuntimeException {
    private final String code;
    private final String advice;

    /// @param code short and stable, e.g. `project.locked`
    /// @param message one line that names file, line and field where there are any
    /// @param advice what to do; may be empty
    public ServiceException(String code, String message, String advice) {
        super(message);
        this.code = code;
        this.advice = advice;
    }

    public ServiceException(String code, String message, String advice, Throwable cause) {
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

    /// The message, never null.
    public String text() {
        return String.valueOf(getMessage());
    }
}
