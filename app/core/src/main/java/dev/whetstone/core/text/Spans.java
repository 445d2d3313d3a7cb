package dev.whetstone.core.text;

import java.util.Arrays;

/// An immutable list of places in a text, each from a first character to one past the last, in
/// order and without overlap.
public final class Spans {
    public static final Spans NONE = new Spans(new int[0]);

    private final int[] bounds;

    private Spans(int[] bounds) {
        this.bounds = bounds;
    }

    public int count() {
        return bounds.length / 2;
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public int start(int index) {
        return bounds[2 * index];
    }

    public int end(int index) {
        return bounds[2 * index + 1];
    }

    /// The text at a place.
    public String in(String text, int index) {
        return text.substring(start(index), end(index));
    }

    /// Whether a character lies in one of the places.
    public boolean covers(int position) {
        int low = 0;
        int high = count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (end(middle) <= position) {
                low = middle + 1;
            } else if (start(middle) > position) {
                high = middle - 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /// Collects places in any order; of two that overlap, the one that starts first is kept, of two
    /// that start together the longer one.
    public static final class Builder {
        private long[] found = new long[8];
        private int size;

        public void add(int start, int end) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = ((long) start << 32) | (Integer.MAX_VALUE - end);
        }

        public boolean isEmpty() {
            return size == 0;
        }

        public Spans build() {
            if (size == 0) {
                return NONE;
            }
            Arrays.sort(found, 0, size);
            int[] bounds = new int[2 * size];
            int kept = 0;
            int lastEnd = -1;
            for (int i = 0; i < size; i++) {
                int start = (int) (found[i] >>> 32);
                int end = Integer.MAX_VALUE - (int) found[i];
                if (start >= lastEnd) {
                    bounds[kept++] = start;
                    bounds[kept++] = end;
                    lastEnd = end;
                }
            }
            return new Spans(kept == bounds.length ? bounds : Arrays.copyOf(bounds, kept));
        }
    }
}
