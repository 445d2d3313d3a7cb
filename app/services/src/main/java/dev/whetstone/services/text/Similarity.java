package dev.whetstone.services.text;

import java.util.Locale;

/// How alike two texts are, word by word.
public final class Similarity {
    private Similarity() {}

    /// 1 - edits / words of the longer text, the edits being insertions, deletions and exchanges of
    /// whole words (Levenshtein); 1 for texts that differ in case and white space only.
    public static double ofWords(String a, String b) {
        String[] x = words(a);
        String[] y = words(b);
        int longest = Math.max(x.length, y.length);
        return longest == 0 ? 1 : 1 - (double) distance(x, y) / longest;
    }

    private static String[] words(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        return trimmed.isEmpty() ? new String[0] : trimmed.split("\\s+");
    }

    private static int distance(String[] x, String[] y) {
        int[] above = new int[y.length + 1];
        int[] row = new int[y.length + 1];
        for (int j = 0; j <= y.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= x.length; i++) {
            row[0] = i;
            for (int j = 1; j <= y.length; j++) {
                int change = above[j - 1] + (x[i - 1].equals(y[j - 1]) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            int[] swap = above;
            above = row;
            row = swap;
        }
        return above[y.length];
    }
}
