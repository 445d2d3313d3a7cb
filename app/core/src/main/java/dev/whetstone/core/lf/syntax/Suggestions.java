package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Function;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Names near to a misspelt one.
final class Suggestions {
    private static final int MOST = 3;
    private static final int FARTHEST = 3;

    private Suggestions() {}

    static List<String> functionsLike(String name) {
        return Arrays.stream(Function.values())
                .map(Function::id)
                .distinct()
                .filter(id -> distance(id, name) <= FARTHEST || id.startsWith(name))
                .sorted(Comparator.comparingInt(id -> distance(id, name)))
                .limit(MOST)
                .toList();
    }

    /// Levenshtein distance.
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
