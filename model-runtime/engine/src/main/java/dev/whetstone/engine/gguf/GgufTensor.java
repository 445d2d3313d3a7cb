package dev.whetstone.engine.gguf;

import java.util.function.IntFunction;

/// A tensor to be written.
///
/// @param rows number of rows; [#VECTOR] for a tensor of one dimension
/// @param row values of a row, read when it is written
record GgufTensor(String name, int rows, int columns, GgufType type, IntFunction<float[]> row) {
    /// Marks a tensor of one dimension.
    static final int VECTOR = 0;

    /// How often [#row] is asked.
    int count() {
        return rows == VECTOR ? 1 : rows;
    }

    long bytes() {
        return type.bytes((long) count() * columns);
    }
}
