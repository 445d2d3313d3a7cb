package dev.whetstone.core.lf;

/// A term that the rule language does not allow; the message says which and why.
public final class RuleTypeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public RuleTypeException(String message) {
        super(message);
    }
}
