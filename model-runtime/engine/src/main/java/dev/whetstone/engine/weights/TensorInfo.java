package dev.whetstone.engine.weights;

import java.util.List;

/// What a header says of one tensor.
///
/// @param begin first byte, counted from the end of the header
/// @param end byte after the last
public record TensorInfo(String name, StoredType type, List<Long> shape, long begin, long end) {
    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /// Number of elements; 1 for a scalar.
    public long elements() {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    public long bytes() {
        return end - begin;
    }
}
