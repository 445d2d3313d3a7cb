package dev.whetstone.engine.policy;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows of tokens, packed one behind the other without padding, and the places whose next token is
/// scored. What rows begin with in common is there once: the responses to one prompt share it.
///
/// Only attention looks at whole rows: for it they are put together, padded on the right, and taken
/// apart again. Padding repeats some token: causal attention never looks at it from a real place.
///
/// The number of packed tokens and the length of padded rows are multiples of 32: oneDNN makes a
/// program for every size that it meets, and batches of real texts are all of different sizes. What
/// is too much is a token that nothing looks at.
public final class TokenBatch {
    private static final int STRIDE = 32;

    private final long[] ids;
    private final long[] places;
    private final long[] gather;
    private final long[] homes;
    private final long[] lasts;
    private final int rows;
    private final int width;
    private final int cells;
    private final int[][] at;
    private final long[] positions;
    private final long[] targets;
    private final int[] firstTarget;

    /// A row of tokens.
    ///
    /// @param shared how many of its first tokens may be shared with rows that begin alike
    /// @param marks which tokens are targets; a mark at place 0 does not count
    public record Row(int[] ids, int shared, boolean[] marks) {
        /// A row of which nothing is shared.
        public static Row alone(int[] ids, boolean[] marks) {
            return new Row(ids, 0, marks);
        }

        /// A prompt, which may be shared, and a completion, whose tokens are the targets.
        public static Row of(Completion completion) {
            int prompt = completion.prompt().length;
            boolean[] marks = new boolean[completion.length()];
            Arrays.fill(marks, prompt, marks.length, true);
            return new Row(completion.ids(), prompt, marks);
        }
    }

    private TokenBatch(List<Row> all) {
        rows = all.size();
        width = all.stream().mapToInt(row -> row.ids().length).max().orElse(0);
        cells = rounded(width);
        Map<IntBuffer, Integer> begins = new HashMap<>();
        at = new int[rows][];
        int total = rounded(all.stream().mapToInt(row -> row.ids().length).sum());
        long[] packed = new long[total];
        long[] place = new long[total];
        long[] home = new long[total];
        BitSet taken = new BitSet();
        int size = 0;
        for (int r = 0; r < rows; r++) {
            Row row = all.get(r);
            at[r] = new int[row.ids().length];
            int known = 0;
            if (row.shared() > 0) {
                IntBuffer prefix = IntBuffer.wrap(row.ids(), 0, row.shared());
                Integer begin = begins.putIfAbsent(prefix, size);
                known = begin == null ? 0 : row.shared();
                for (int t = 0; t < known; t++) {
                    at[r][t] = begin + t;
                }
            }
            for (int t = known; t < row.ids().length; t++) {
                packed[size] = row.ids()[t];
                place[size] = t;
                home[size] = (long) r * cells + t;
                taken.set(r * cells + t);
                at[r][t] = size++;
            }
        }
        int even = rounded(size);
        // no real token's gradient comes from such a cell
        Arrays.fill(home, size, even, taken.nextClearBit(0));
        ids = Arrays.copyOf(packed, even);
        places = Arrays.copyOf(place, even);
        boolean plain = size == rows * cells;
        homes = plain ? new long[0] : Arrays.copyOf(home, even);
        gather = plain ? new long[0] : gather(cells);
        lasts = new long[rows];
        for (int r = 0; r < rows; r++) {
            lasts[r] = at[r].length == 0 ? 0 : at[r][at[r].length - 1];
        }
        firstTarget = new int[rows + 1];
        List<long[]> found = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            Row row = all.get(r);
            for (int t = 1; t < row.ids().length; t++) {
                if (row.marks()[t]) {
                    found.add(new long[] {at[r][t - 1], row.ids()[t]});
                }
            }
            firstTarget[r + 1] = found.size();
        }
        positions = found.stream().mapToLong(each -> each[0]).toArray();
        targets = found.stream().mapToLong(each -> each[1]).toArray();
    }

    /// The next multiple of 32.
    static int rounded(int tokens) {
        return (tokens + STRIDE - 1) / STRIDE * STRIDE;
    }

    /// For each place of rows padded to so many tokens its packed token.
    private long[] gather(int columns) {
        long[] result = new long[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int t = 0; t < columns; t++) {
                result[r * columns + t] = at[r][Math.min(t, at[r].length - 1)];
            }
        }
        return result;
    }

    /// For each place of the rows [rows, width] its packed token.
    long[] padded() {
        return gather(width);
    }

    /// Rows in which the completion's tokens are the targets.
    public static TokenBatch of(List<Completion> completions) {
        return ofRows(completions.stream().map(Row::of).toList());
    }

    /// Rows without targets.
    public static TokenBatch unmarked(List<int[]> rows) {
        return ofRows(rows.stream().map(ids -> Row.alone(ids, new boolean[ids.length])).toList());
    }

    public static TokenBatch ofRows(List<Row> rows) {
        return new TokenBatch(rows);
    }

    /// Packed ids [N], N a multiple of 32.
    public long[] ids() {
        return ids;
    }

    /// Each packed token's place in its row.
    long[] places() {
        return places;
    }

    /// For each place of the padded rows [rows, cells] its packed token; empty where the packed
    /// tokens are the rows.
    long[] gather() {
        return gather;
    }

    /// For each packed token a place of the padded rows; empty as [#gather].
    long[] homes() {
        return homes;
    }

    /// Each row's last packed token.
    public long[] lasts() {
        return lasts;
    }

    public int rows() {
        return rows;
    }

    /// Tokens of the longest row.
    public int width() {
        return width;
    }

    /// Length of padded rows in attention.
    int cells() {
        return cells;
    }

    /// Packed tokens whose next token is a target, in the order of the targets.
    public long[] positions() {
        return positions;
    }

    /// The targets, row after row.
    public long[] targets() {
        return targets;
    }

    /// Index of a row's first target; for `rows` the number of all.
    public int firstTarget(int row) {
        return firstTarget[row];
    }

    public int targetsOf(int row) {
        return firstTarget[row + 1] - firstTarget[row];
    }
}
