package dev.whetstone.engine.policy;

import java.util.ArrayList;
import java.util.List;

/// Right-padded rows of tokens and the places whose next token is scored.
///
/// Padding is id 0: causal attention never looks at it from a real place, so its value is free.
public final class TokenBatch {
    private final long[] ids;
    private final int rows;
    private final int width;
    private final long[] positions;
    private final long[] targets;
    private final int[] firstTarget;

    private TokenBatch(
            long[] ids, int rows, int width, long[] positions, long[] targets, int[] firstTarget) {
        this.ids = ids;
        this.rows = rows;
        this.width = width;
        this.positions = positions;
        this.targets = targets;
        this.firstTarget = firstTarget;
    }

    /// Rows in which the completion's tokens are the targets.
    public static TokenBatch of(List<Completion> completions) {
        List<int[]> rows = new ArrayList<>();
        List<boolean[]> marks = new ArrayList<>();
        for (Completion completion : completions) {
            int prompt = completion.prompt().length;
            int[] row = completion.ids();
            boolean[] mark = new boolean[row.length];
            java.util.Arrays.fill(mark, prompt, row.length, true);
            rows.add(row);
            marks.add(mark);
        }
        return of(rows, marks);
    }

    /// Rows without targets.
    public static TokenBatch unmarked(List<int[]> rows) {
        return of(rows, rows.stream().map(row -> new boolean[row.length]).toList());
    }

    /// Rows in which the marked tokens are the targets; a mark at place 0 does not count.
    public static TokenBatch of(List<int[]> rows, List<boolean[]> marks) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        long[] ids = new long[rows.size() * width];
        int count = 0;
        for (boolean[] mark : marks) {
            for (int t = 1; t < mark.length; t++) {
                count += mark[t] ? 1 : 0;
            }
        }
        long[] positions = new long[count];
        long[] targets = new long[count];
        int[] first = new int[rows.size() + 1];
        int next = 0;
        for (int r = 0; r < rows.size(); r++) {
            int[] row = rows.get(r);
            for (int t = 0; t < row.length; t++) {
                ids[r * width + t] = row[t];
                if (t > 0 && marks.get(r)[t]) {
                    positions[next] = (long) r * width + t - 1;
                    targets[next++] = row[t];
                }
            }
            first[r + 1] = next;
        }
        return new TokenBatch(ids, rows.size(), width, positions, targets, first);
    }

    /// Ids [rows, width].
    public long[] ids() {
        return ids;
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return width;
    }

    /// Places in the flattened batch whose next token is a target.
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
