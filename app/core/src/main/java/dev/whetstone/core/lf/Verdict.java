package dev.whetstone.core.lf;

/// What a condition says of the response that meets it.
public enum Verdict {
    GOOD,
    BAD;

    public String id() {
        return this == GOOD ? "good" : "bad";
    }
}
