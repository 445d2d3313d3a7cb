package dev.whetstone.engine.policy;

import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.TensorList;
import java.util.List;
import java.util.stream.IntStream;

/// Keys and values of the rows being generated, and what belongs to each row: its padding and the
/// ids it has seen. Rows are dropped and room is added by copying into a new state.
final class CacheState implements AutoCloseable {
    private final Forward forward;
    private final Scope scope;
    private final TensorList cache;
    private final List<Tensor> tensors;
    private final Tensor start;
    private final Tensor bias;
    private final Tensor seen;
    private final int places;

    private CacheState(
            Forward forward,
            Scope scope,
            List<Tensor> tensors,
            Tensor start,
            Tensor seen,
            int places) {
        this.forward = forward;
        this.scope = scope;
        this.tensors = tensors;
        this.cache = scope.list(tensors);
        this.start = start;
        this.seen = seen;
        this.places = places;
        this.bias =
                forward.call("pad_bias")
                        .with(start)
                        .with((long) forward.config().kvHeads())
                        .with((long) places)
                        .with(tensors.getFirst())
                        .infer(scope)
                        .getFirst();
    }

    /// @param source cache tensors, starts and seen ids of other rows
    /// @param rows which of them, repeated as often as wanted
    static CacheState of(
            Forward forward,
            Scope parent,
            List<Tensor> source,
            Tensor start,
            Tensor seen,
            int[] rows,
            int places) {
        Scope scope = parent.inner();
        try (Scope inner = scope.inner()) {
            Tensor index = inner.longs(IntStream.of(rows).asLongStream().toArray(), rows.length);
            List<Tensor> tensors =
                    forward.call("spread_rows")
                            .with(source)
                            .with(index)
                            .with((long) places)
                            .infer(scope);
            Tensor starts = forward.call("rows_of").with(start).with(index).infer(scope).getFirst();
            Tensor marks = forward.call("rows_of").with(seen).with(index).infer(scope).getFirst();
            return new CacheState(forward, scope, tensors, starts, marks, places);
        }
    }

    CacheState take(Scope parent, int[] rows, int newPlaces) {
        return of(forward, parent, tensors, start, seen, rows, newPlaces);
    }

    TensorList cache() {
        return cache;
    }

    Tensor start() {
        return start;
    }

    Tensor bias() {
        return bias;
    }

    Tensor seen() {
        return seen;
    }

    int places() {
        return places;
    }

    @Override
    public void close() {
        scope.close();
    }
}
