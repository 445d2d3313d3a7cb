package dev.whetstone.core.lf;

import java.util.Arrays;
import java.util.Optional;

/// Comparison of two numbers; of two languages only `=` and `!=`.
public enum Relation {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("="),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    GREATER(">");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case AT_LEAST -> left >= right;
            case GREATER -> left > right;
        };
    }

    /// The relation that holds exactly where this one does not.
    public Relation negated() {
        return switch (this) {
            case LESS -> AT_LEAST;
            case AT_MOST -> GREATER;
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case AT_LEAST -> LESS;
            case GREATER -> AT_MOST;
        };
    }

    /// The relation with its two sides exchanged.
    public Relation mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case EQUAL, NOT_EQUAL -> this;
            case AT_LEAST -> AT_MOST;
            case GREATER -> LESS;
        };
    }

    public static Optional<Relation> of(String sign) {
        return Arrays.stream(values()).filter(value -> value.sign.equals(sign)).findFirst();
    }
}
