package dev.whetstone.engine.policy;

/// What is kept of a layer between the forward and the backward pass.
public enum Layers {
    KEPT,
    /// All but its input is computed again: a third more work for a fifth of the memory.
    COMPUTED_AGAIN
}
