package dev.whetstone.engine.tokenizer;

/// Merges by pair of ids: open addressing over primitive arrays, since vocabularies hold
/// hundreds of thousands.
final class PairTable {
    private static final long EMPTY = -1;

    private final long[] keys;
    private final long[] values;
    private final int mask;

    PairTable(int expected) {
        var capacity = Integer.highestOneBit(Math.max(expected, 8) * 2) * 2;
        keys = new long[capacity];
        values = new long[capacity];
        java.util.Arrays.fill(keys, EMPTY);
        mask = capacity - 1;
    }

    static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    /// Keeps the first value of a key. At most as many keys as were expected.
    void putIfAbsent(long key, int rank, int merged) {
        var at = slot(key);
        if (keys[at] == EMPTY) {
            keys[at] = key;
            values[at] = (long) rank << 32 | merged;
        }
    }

    /// Rank in the upper half, merged id in the lower; -1 when the pair does not merge.
    long get(int left, int right) {
        var at = slot(key(left, right));
        return keys[at] == EMPTY ? EMPTY : values[at];
    }

    private int slot(long key) {
        var hash = key * 0x9E3779B97F4A7C15L;
        var at = (int) (hash >>> 32) & mask;
        while (keys[at] != EMPTY && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
