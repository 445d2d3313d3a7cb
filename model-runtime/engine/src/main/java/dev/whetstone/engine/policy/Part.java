package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.TensorNames.Orientation;
import java.util.List;

/// A tensor of the checkpoint, as it lies in a [Slot].
///
/// @param name e.g. `model.layers.0.self_attn.q_proj.weight`
/// @param rows size of the first dimension: outputs
/// @param columns size of the second, inputs, or [#VECTOR] for a tensor of one dimension
/// @param orientation of the file's tensor; a slot's is always OUT_IN
public record Part(String name, int rows, int columns, Orientation orientation) {
    /// Marks a tensor of one dimension.
    public static final int VECTOR = 0;

    /// A tensor that is stored as it lies in its slot.
    Part(String name, int rows, int columns) {
        this(name, rows, columns, Orientation.OUT_IN);
    }

    /// The sizes of the file's tensor.
    List<Long> storedShape() {
        if (columns == VECTOR) {
            return List.of((long) rows);
        }
        return switch (orientation) {
            case OUT_IN -> List.of((long) rows, (long) columns);
            case IN_OUT -> List.of((long) columns, (long) rows);
        };
    }

    /// The layer's path: the name without `.weight` or `.bias`.
    String path() {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
