package dev.whetstone.services.coverage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Whether two replies hardly differ: fewer than six words of either are not in the other, and they
/// are less than a fifth of the longer one's.
final class NearlySame {
    private static final int FEWER_THAN = 6;
    private static final double LESS_THAN = .2;

    private NearlySame() {}

    static boolean are(String a, String b) {
        if (Math.abs(a.length() - b.length()) > FEWER_THAN * 40) {
            return false;
        }
        String[] first = words(a);
        String[] second = words(b);
        Map<String, Integer> surplus = new HashMap<>();
        for (String word : first) {
            surplus.merge(word, 1, Integer::sum);
        }
        for (String word : second) {
            surplus.merge(word, -1, Integer::sum);
        }
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int count : surplus.values()) {
            onlyFirst += Math.max(0, count);
            onlySecond += Math.max(0, -count);
        }
        int differing = Math.max(onlyFirst, onlySecond);
        int longer = Math.max(first.length, second.length);
        return differing < FEWER_THAN && (longer == 0 || differing < LESS_THAN * longer);
    }

    private static String[] words(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        return trimmed.isEmpty() ? new String[0] : trimmed.split("\\s+");
    }
}
