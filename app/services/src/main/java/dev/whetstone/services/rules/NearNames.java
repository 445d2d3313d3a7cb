package dev.whetstone.services.rules;

import dev.whetstone.core.text.EditDistance;
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
                        Comparator.comparingInt((String name) -> EditDistance.of(word, name))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean isNear(String word, String name) {
        return (word.length() > 1 && name.startsWith(word))
                || EditDistance.of(word, name) <= Math.min(FARTHEST, word.length() / 2);
    }
}
