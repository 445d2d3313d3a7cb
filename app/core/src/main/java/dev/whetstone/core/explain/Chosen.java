package dev.whetstone.core.explain;

/// Which of the two replies that an explanation may call A and B the expert chose.
public enum Chosen {
    A,
    B,
    UNKNOWN
}
