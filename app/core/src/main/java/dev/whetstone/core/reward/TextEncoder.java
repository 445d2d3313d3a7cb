package dev.whetstone.core.reward;

import java.util.List;

/// Turns texts into sentence embeddings of unit length.
public interface TextEncoder {
    /// Which encoder this is; a reward model is only used with the one it was trained with.
    String id();

    int dimensions();

    /// One row a text, in their order.
    float[][] encode(List<String> texts);
}
