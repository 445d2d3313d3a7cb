package dev.whetstone.core.mine;

import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words, and runs of two or three words, that texts share.
public final class PhraseCounts {
    private static final int LONGEST = 3;
    private static final int LEAST_TEXTS = 2;
    private static final int MOST_TEXTS = 5_000;
    private static final int AROUND = 30;
    private static final Set<String> SMALL =
            Set.of(
                    "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "for",
                    "from", "by", "with", "as", "is", "are", "was", "were", "be", "been", "it",
                    "its", "this", "that", "these", "those", "i", "you", "we", "they", "he", "she",
                    "your", "our", "my", "their", "will", "can", "not", "do", "does", "have", "has",
                    "had", "if", "so", "than", "then", "there", "what", "which", "who", "when",
                    "would", "could", "should", "may", "me", "us", "them", "his", "her", "any",
                    "all", "also", "more");

    private PhraseCounts() {}

    /// @param texts texts that it stands in
    /// @param example the first place where it stands, with what is around it
    public record Phrase(String words, int texts, String example) {}

    private static final class Count {
        private int texts = 1;
        private final String example;

        Count(String example) {
            this.example = example;
        }
    }

    /// Those in two texts or more, the most frequent first; phrases neither begin nor end with a
    /// small word such as "the". Of many texts the first 5,000 are looked at.
    public static List<Phrase> of(Collection<TextFeatures> texts, int most) {
        Map<String, Count> counts = new HashMap<>();
        texts.stream().limit(MOST_TEXTS).forEach(text -> count(text, counts));
        List<Phrase> phrases = new ArrayList<>();
        counts.forEach(
                (words, count) -> {
                    if (count.texts >= LEAST_TEXTS) {
                        phrases.add(new Phrase(words, count.texts, count.example));
                    }
                });
        return phrases.stream()
                .sorted(
                        Comparator.comparingInt(Phrase::texts)
                                .reversed()
                                .thenComparing(Phrase::words))
                .limit(most)
                .toList();
    }

    private static void count(TextFeatures text, Map<String, Count> counts) {
        Words words = text.words();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < words.count(); i++) {
            for (int n = 1; n <= LONGEST && i + n <= words.count(); n++) {
                int end = words.end(i + n - 1);
                if (n > 1 && !isRun(text.text(), words, i, n)) {
                    break;
                }
                String first = word(text, words, i);
                String last = word(text, words, i + n - 1);
                if (isContent(first) && isContent(last)) {
                    String phrase =
                            text.text().substring(words.start(i), end).toLowerCase(Locale.ROOT);
                    if (seen.add(phrase)) {
                        Count known = counts.get(phrase);
                        if (known == null) {
                            counts.put(phrase, new Count(around(text.text(), words.start(i), end)));
                        } else {
                            known.texts++;
                        }
                    }
                }
            }
        }
    }

    private static boolean isRun(String text, Words words, int from, int n) {
        int gap = words.end(from + n - 2);
        return words.start(from + n - 1) == gap + 1 && text.charAt(gap) == ' ';
    }

    private static String word(TextFeatures text, Words words, int i) {
        return text.text().substring(words.start(i), words.end(i)).toLowerCase(Locale.ROOT);
    }

    private static boolean isContent(String word) {
        return !SMALL.contains(word) && word.length() > 1 && Character.isLetter(word.charAt(0));
    }

    private static String around(String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        String cut = text.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "… " : "") + cut + (to < text.length() ? " …" : "");
    }
}
