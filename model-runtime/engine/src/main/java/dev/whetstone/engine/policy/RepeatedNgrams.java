package dev.whetstone.engine.policy;

import java.util.ArrayList;
import java.util.List;

/// Tokens that would complete a sequence of n tokens which occurred before (Transformers'
/// `NoRepeatNGramLogitsProcessor`).
final class RepeatedNgrams {
    private RepeatedNgrams() {}

    /// @param rows each row's tokens so far
    /// @param n length of a sequence; 0 bans nothing
    /// @return pairs of row and token, [N, 2] row by row
    static long[] banned(List<int[]> rows, int n) {
        List<Long> pairs = new ArrayList<>();
        for (int row = 0; n > 0 && row < rows.size(); row++) {
            int[] ids = rows.get(row);
            for (int at = 0; at + n <= ids.length; at++) {
                if (isTail(ids, at, n - 1)) {
                    pairs.add((long) row);
                    pairs.add((long) ids[at + n - 1]);
                }
            }
        }
        return pairs.stream().mapToLong(Long::longValue).toArray();
    }

    /// Whether the `length` tokens at `at` are those at the end.
    private static boolean isTail(int[] ids, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (ids[at + i] != ids[ids.length - length + i]) {
                return false;
            }
        }
        return true;
    }
}
