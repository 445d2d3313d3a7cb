package dev.whetstone.core.label;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Some of n pairs, by their index. Sets are joined and counted 64 pairs at a time; all that meet
/// are of the same n.
public final class PairSet {
    private final int size;
    private final long[] words;

    private PairSet(int size, long[] words) {
        this.size = size;
        this.words = words;
    }

    /// The pairs from 0 to `size` - 1 for which `in` holds.
    public static PairSet of(int size, IntPredicate in) {
        long[] words = new long[(size + 63) >>> 6];
        for (int i = 0; i < size; i++) {
            if (in.test(i)) {
                words[i >>> 6] |= 1L << i;
            }
        }
        return new PairSet(size, words);
    }

    public static PairSet none(int size) {
        return new PairSet(size, new long[(size + 63) >>> 6]);
    }

    public static PairSet all(int size) {
        return of(size, i -> true);
    }

    /// n, not how many are in it.
    public int size() {
        return size;
    }

    public boolean contains(int pair) {
        return (words[pair >>> 6] >>> pair & 1) != 0;
    }

    public PairSet and(PairSet other) {
        long[] result = words.clone();
        for (int w = 0; w < result.length; w++) {
            result[w] &= other.words[w];
        }
        return new PairSet(size, result);
    }

    public PairSet or(PairSet other) {
        long[] result = words.clone();
        for (int w = 0; w < result.length; w++) {
            result[w] |= other.words[w];
        }
        return new PairSet(size, result);
    }

    /// Those that are not in the other.
    public PairSet minus(PairSet other) {
        long[] result = words.clone();
        for (int w = 0; w < result.length; w++) {
            result[w] &= ~other.words[w];
        }
        return new PairSet(size, result);
    }

    /// How many are in it.
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// How many are in both.
    public int count(PairSet other) {
        int count = 0;
        for (int w = 0; w < words.length; w++) {
            count += Long.bitCount(words[w] & other.words[w]);
        }
        return count;
    }

    /// How many are in all three.
    public int count(PairSet other, PairSet third) {
        int count = 0;
        for (int w = 0; w < words.length; w++) {
            count += Long.bitCount(words[w] & other.words[w] & third.words[w]);
        }
        return count;
    }

    /// Those in it, ascending.
    public IntStream members() {
        return IntStream.range(0, size).filter(this::contains);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairSet set && size == set.size && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
