package dev.whetstone.engine.policy;

/// A tensor of the checkpoint, as it lies in a [Slot].
///
/// @param name e.g. `model.layers.0.self_attn.q_proj.weight`
/// @param rows size of the first dimension
/// @param columns size of the second, or [#VECTOR] for a tensor of one dimension
public record Part(String name, int rows, int columns) {
    /// Marks a tensor of one dimension.
    public static final int VECTOR = 0;

    /// Elements of one row.
    int width() {
        return columns == VECTOR ? 1 : columns;
    }

    long elements() {
        return (long) rows * width();
    }

    /// The layer's path: the name without `.weight` or `.bias`.
    String path() {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
