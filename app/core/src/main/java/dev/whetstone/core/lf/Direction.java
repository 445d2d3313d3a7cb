package dev.whetstone.core.lf;

/// Which end of a measure is preferred.
public enum Direction {
    LOWER,
    HIGHER;

    public String id() {
        return this == LOWER ? "lower" : "higher";
    }
}
