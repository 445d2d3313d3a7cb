package dev.whetstone.core.text.match;

import dev.whetstone.core.text.Chars;
import java.util.Set;

/// How far a word of a text may differ from a pattern's word.
enum Inflection {
    /// Not at all, but for a closing possessive.
    NONE,
    /// By a regular ending of English: plural, verb forms, comparison.
    REGULAR,
    /// By anything that follows the stem, up to ten letters.
    STEM;

    private static final int LONGEST_TAIL = 10;
    private static final Set<String> ENDINGS =
            Set.of("s", "es", "'s", "s'", "ed", "d", "ing", "ings", "er", "ers", "ly", "r", "rs");
    private static final Set<String> AFTER_SILENT_E = Set.of("ing", "ings", "able", "ation", "ations");
    private static final Set<String> AFTER_Y =
            Set.of("ies", "ied", "ier", "iers", "iest", "ily", "iness", "ication", "ications", "iable");

    /// Whether a word of the text is a permitted form of `base`, which is folded.
    boolean allows(String base, CharSequence text, int start, int end) {
        if (this == NONE) {
            return false;
        }
        int common = 0;
        int length = end - start;
        while (common < base.length()
                && common < length
                && Chars.fold(text.charAt(start + common)) == base.charAt(common)) {
            common++;
        }
        if (common == base.length()) {
            return allowsTail(base, folded(text, start + common, end));
        }
        if (common != base.length() - 1 || common < 2) {
            return false;
        }
        String tail = folded(text, start + common, end);
        return switch (base.charAt(common)) {
            case 'e' -> AFTER_SILENT_E.contains(tail);
            case 'y' -> AFTER_Y.contains(tail);
            default -> false;
        };
    }

    private boolean allowsTail(String base, String tail) {
        if (tail.isEmpty()) {
            return true;
        }
        if (this == STEM) {
            return tail.length() <= LONGEST_TAIL;
        }
        char last = base.charAt(base.length() - 1);
        boolean doubled = tail.charAt(0) == last && ENDINGS.contains(tail.substring(1));
        return ENDINGS.contains(tail) || doubled;
    }

    private static String folded(CharSequence text, int start, int end) {
        return Chars.fold(text.subSequence(start, end).toString());
    }
}
