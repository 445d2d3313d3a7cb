package dev.whetstone.engine;

/// What a person can do something about: a broken file, a setting that cannot be, no memory.
/// Anything
/// else is a fault of the program and reaches the app as code `internal`.
public class RuntimeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String advice;

    /// @param code short and stable, e.g. `model.config`, `tokenizer.format`, `template.syntax`
    /// @param message one line that names file and field
    /// @param advice what to do; may be empty
    public RuntimeFailure(String code, String message, String advice) {
        super(message);
        this.code = code;
        this.advice = advice;
    }

    public RuntimeFailure(String code, String message) {
        this(code, message, "");
    }

    public final String code() {
        return code;
    }

    public final String advice() {
        return advice;
    }
}
