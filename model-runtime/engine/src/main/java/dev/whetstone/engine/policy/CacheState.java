package dev.whetstone.engine.policy;

import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.TensorList;
import java.util.List;
import java.util.stream.IntStream;

/// Keys and values of the rows being generated, and which ids each row holds. Rows are dropped and
/// room is added by copying into a new state.
final class CacheState implements AutoCloseable {
    private final Forward forward;
    private final Scope scope;
    private final TensorList cache;
    private final List<Tensor> tensors;
    private final Tensor seen;
    private final int rows;
    private final int capacity;

    private CacheState(
            Forward forward,
            Scope scope,
            List<Tensor> tensors,
            Tensor seen,
            int rows,
            int capacity) {
        this.forward = forward;
        this.scope = scope;
        this.tensors = tensors;
        this.cache = scope.list(tensors);
        this.seen = seen;
        this.rows = rows;
        this.capacity = capacity;
    }

    /// @param tokens that each row has room for at least
    /// @param columns of what a row has seen: the vocabulary's size, or 1 where nobody asks
    static CacheState empty(Forward forward, Scope parent, int rows, int tokens, long columns) {
        int capacity = TokenBatch.rounded(tokens);
        Scope scope = parent.inner();
        return new CacheState(
                forward,
                scope,
                forward.newCache(scope, rows, capacity),
                forward.unseen(scope, rows, columns),
                rows,
                capacity);
    }

    /// Some of the rows, with room for `tokens` each at least; this state is closed.
    CacheState take(Scope parent, int[] taken, int tokens) {
        int newCapacity = TokenBatch.rounded(tokens);
        Scope next = parent.inner();
        try (Scope inner = next.inner()) {
            Tensor index = inner.longs(IntStream.of(taken).asLongStream().toArray(), taken.length);
            List<Tensor> kept =
                    forward.call("take_rows")
                            .with(cache)
                            .with(index)
                            .with((long) capacity)
                            .with((long) newCapacity)
                            .infer(next);
            Tensor marks = forward.call("rows_of").with(seen).with(index).infer(next).getFirst();
            return new CacheState(forward, next, kept, marks, taken.length, newCapacity);
        } finally {
            close();
        }
    }

    /// Notes what a new row's prompt holds.
    void see(int row, int[] prompt) {
        try (Scope inner = scope.inner()) {
            long[] ids = IntStream.of(prompt).asLongStream().toArray();
            forward.call("begin_row")
                    .with(seen)
                    .with((long) row)
                    .with(inner.longs(ids, 1, ids.length))
                    .infer(inner);
        }
    }

    TensorList cache() {
        return cache;
    }

    Tensor seen() {
        return seen;
    }

    int rows() {
        return rows;
    }

    int capacity() {
        return capacity;
    }

    @Override
    public void close() {
        scope.close();
    }
}
