package dev.whetstone.core.explain;

import java.util.List;
import java.util.Locale;

/// Finds wordings that are no rule by themselves.
final class Cues {
    private static final String CATEGORY = "clarify";

    private Cues() {}

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
