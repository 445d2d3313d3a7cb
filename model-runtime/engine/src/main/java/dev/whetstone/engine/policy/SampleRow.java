package dev.whetstone.engine.policy;

import java.util.Arrays;

/// A response while it grows.
final class SampleRow {
    private final SampleRandom random;
    private final int limit;
    private int[] ids = new int[32];
    private int count;
    private boolean finished;

    /// @param limit most tokens it may get
    SampleRow(SampleRandom random, int limit) {
        this.random = random;
        this.limit = limit;
    }

    double nextUniform() {
        return random.next();
    }

    void add(int id, boolean stops) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = id;
        finished = stops;
    }

    boolean growing() {
        return !finished && count < limit;
    }

    int count() {
        return count;
    }

    Generation generation() {
        return new Generation(Arrays.copyOf(ids, count), finished);
    }
}
