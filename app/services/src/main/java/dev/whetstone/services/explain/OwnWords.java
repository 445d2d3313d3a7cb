package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.lf.vote.PairText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words and pairs of words that one reply of a pair has and the other lacks.
final class OwnWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{M}']*");
    private static final int SHORTEST = 4;

    /// Each is counted over the project, some milliseconds on 20,000 pairs.
    private static final int MOST = 40;

    private static final Set<String> COMMON =
            Set.of(
                    "about", "also", "been", "being", "could", "does", "each", "even", "from",
                    "have", "here", "into", "just", "like", "more", "most", "much", "must", "only",
                    "other", "over", "same", "should", "some", "such", "than", "that", "their",
                    "them", "then", "there", "these", "they", "this", "those", "very", "were",
                    "what", "when", "which", "will", "with", "would", "your");

    private OwnWords() {}

    /// @param pair the chosen reply first
    /// @param box whether the rejected or the chosen reply is spoken of
    static List<String> of(PairText pair, Box box) {
        String spokenOf = box == Box.WORSE ? pair.second() : pair.first();
        String other = box == Box.WORSE ? pair.first() : pair.second();
        Set<String> known = phrases(other);
        List<String> own = new ArrayList<>();
        for (String phrase : phrases(spokenOf)) {
            if (own.size() < MOST && !known.contains(phrase)) {
                own.add(phrase);
            }
        }
        return own;
    }

    private static Set<String> phrases(String text) {
        Set<String> phrases = new LinkedHashSet<>();
        String before = "";
        int end = -1;
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            String word = words.group();
            boolean adjacent = end >= 0 && text.substring(end, words.start()).isBlank();
            boolean says = word.length() >= SHORTEST && !COMMON.contains(word);
            if (says) {
                phrases.add(word);
                if (adjacent && !before.isEmpty()) {
                    phrases.add(before + " " + word);
                }
            }
            before = says ? word : "";
            end = words.end();
        }
        return phrases;
    }
}
