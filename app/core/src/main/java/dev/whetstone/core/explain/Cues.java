package dev.whetstone.core.explain;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds wordings that are no rule by themselves.
final class Cues {
    private static final String CATEGORY = "clarify";

    private Cues() {}

    /// Categories of words beside a cue that say nothing of their own.
    private static final Set<String> BESIDE =
            Set.of(
                    "det",
                    "be",
                    "do",
                    "not",
                    "no",
                    "subject",
                    "customer",
                    "fill",
                    "role",
                    "too",
                    "will",
                    "both",
                    "neither",
                    "prompt",
                    "more",
                    "less",
                    "that",
                    "there",
                    "polarity",
                    "only");

    /// Whether the cue is all that the explanation says.
    static boolean isAll(Clarification cue, List<Word> words, Lexicon lexicon) {
        int at = 0;
        boolean met = false;
        while (at < words.size()) {
            int next = words.get(at).kind() == Word.Kind.BREAK ? at + 1 : at;
            for (Lexicon.Match match : lexicon.at(words, at)) {
                boolean isCue = match.entry().category().equals(CATEGORY);
                if (isCue || BESIDE.contains(match.entry().category())) {
                    met |= isCue && match.entry().phrase().equals(cue.cue());
                    next = Math.max(next, match.end());
                }
            }
            if (next == at) {
                return false;
            }
            at = next;
        }
        return met;
    }

    /// The longest cue in the explanation, or kind `NONE`.
    static Clarification find(List<Word> words, Lexicon lexicon) {
        Clarification best = new Clarification(Clarification.Kind.NONE, "");
        int longest = 0;
        for (int from = 0; from < words.size(); from++) {
            for (Lexicon.Match match : lexicon.at(words, from)) {
                int length = match.end() - from;
                if (match.entry().category().equals(CATEGORY) && length > longest) {
                    longest = length;
                    best =
                            new Clarification(
                                    Clarification.Kind.valueOf(
                                            match.entry().meaning().toUpperCase(Locale.ROOT)),
                                    match.entry().phrase());
                }
            }
        }
        return best;
    }
}
