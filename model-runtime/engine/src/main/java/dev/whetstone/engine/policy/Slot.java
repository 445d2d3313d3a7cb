package dev.whetstone.engine.policy;

import java.util.List;

/// A tensor of the running decoder: checkpoint tensors that are multiplied by the same input lie in
/// it one below the other, since one large multiplication is faster than three small ones.
///
/// @param key names it in programs, e.g. `0.qkv`
record Slot(String key, List<Part> parts) {
    Slot {
        parts = List.copyOf(parts);
    }

    static Slot of(String key, Part... parts) {
        return new Slot(key, List.of(parts));
    }

    int rows() {
        return parts.stream().mapToInt(Part::rows).sum();
    }

    int columns() {
        return parts.getFirst().columns();
    }

    /// The slot's sizes.
    long[] shape() {
        return columns() == Part.VECTOR ? new long[] {rows()} : new long[] {rows(), columns()};
    }

    /// Whether weight decay acts on it: matrices decay, norms and biases do not.
    boolean decays() {
        return columns() != Part.VECTOR;
    }
}
