package dev.whetstone.runtime.pack;

/// Why a pack cannot be read, imported or used.
public final class PackFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String advice;

    /// @param code short and stable: `engine.folder`, `engine.library`, `engine.bridge`,
    ///     `engine.version`, `engine.link`, `engine.size`, `engine.name`, `engine.unknown`,
    ///     `engine.changed`, `engine.file`, `engine.probe`
    /// @param message one sentence
    /// @param advice what to do; may be empty
    public PackFailure(String code, String message, String advice) {
        super(message);
        this.code = code;
        this.advice = advice;
    }

    PackFailure(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.advice = "";
    }

    public String code() {
        return code;
    }

    public String advice() {
        return advice;
    }
}
