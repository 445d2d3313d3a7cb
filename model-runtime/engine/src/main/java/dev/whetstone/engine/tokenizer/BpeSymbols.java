package dev.whetstone.engine.tokenizer;

import java.util.Arrays;
import java.util.PriorityQueue;

/// A piece's symbols as a linked list in arrays, merged in place.
final class BpeSymbols {
    private int[] ids;
    private int[] starts;
    private int[] ends;
    private int[] next;
    private int[] previous;
    private int size;

    BpeSymbols(int expected) {
        var capacity = Math.max(expected, 4);
        ids = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        next = new int[0];
        previous = new int[0];
    }

    void add(int id, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    void extendLast(int end) {
        ends[size - 1] = end;
    }

    /// A merge that was possible when it was queued.
    private record Candidate(int rank, int at, int merged) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            var byRank = Integer.compare(rank, other.rank);
            return byRank != 0 ? byRank : Integer.compare(at, other.at);
        }
    }

    void merge(PairTable merges) {
        next = new int[size];
        previous = new int[size];
        var queue = new PriorityQueue<Candidate>();
        for (var i = 0; i < size; i++) {
            next[i] = i + 1 < size ? i + 1 : -1;
            previous[i] = i - 1;
            offer(i, merges, queue);
        }
        Candidate best;
        while ((best = queue.poll()) != null) {
            var at = best.at;
            if (ids[at] < 0 || next[at] < 0) {
                continue;
            }
            var right = next[at];
            var now = merges.get(ids[at], ids[right]);
            // the neighbours may have changed since: the same place must still give the same token
            if (now < 0 || (int) now != best.merged) {
                continue;
            }
            ids[at] = best.merged;
            ends[at] = Math.max(ends[at], ends[right]);
            ids[right] = -1;
            next[at] = next[right];
            if (next[at] >= 0) {
                previous[next[at]] = at;
            }
            if (previous[at] >= 0) {
                offer(previous[at], merges, queue);
            }
            offer(at, merges, queue);
        }
    }

    void copyTo(EncodingBuilder tokens) {
        for (var i = 0; i < size; i++) {
            if (ids[i] >= 0) {
                tokens.add(ids[i], starts[i], ends[i], 0);
            }
        }
    }

    private void offer(int at, PairTable merges, PriorityQueue<Candidate> queue) {
        if (next[at] >= 0) {
            var merge = merges.get(ids[at], ids[next[at]]);
            if (merge >= 0) {
                queue.add(new Candidate((int) (merge >>> 32), at, (int) merge));
            }
        }
    }
}
