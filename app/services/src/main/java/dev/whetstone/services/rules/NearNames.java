package dev.whetstone.services.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Names that a misspelt word may have meant.
final class NearNames {
    private static final Pattern NAME = Pattern.compile("[@?]?[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final int FARTHEST = 3;
    private static final int MOST = 3;

    private NearNames() {}

    /// Those of `names` that can be typed in place of `word`, the nearest first: at most three
    /// letters away and not all of it, or begun alike. What a parser expects in words, such as "a
    /// number", is none.
    static List<String> of(String word, Collection<String> names) {
        return names.stream()
                .filter(name -> NAME.matcher(name).matches() && !name.equals(word))
                .filter(name -> isNear(word, name))
                .sorted(
                        Comparator.comparingInt((String name) -> distance(word, name))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean isNear(String word, String name) {
        return (word.length() > 1 && name.startsWith(word))
                || distance(word, name) <= Math.min(FARTHEST, word.length() / 2);
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
