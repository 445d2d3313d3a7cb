package dev.whetstone.services.align;

/// The stages of an iteration, in order. Each leaves its files when it is whole.
public enum Stage {
    SAMPLE,
    SCORE,
    PAIR,
    TRAIN,
    EVALUATE,
    DONE
}
