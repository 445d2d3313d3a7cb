package dev.whetstone.core.text.match;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Words;

/// One word of a literal.
///
/// @param word as it must stand; folded unless `exact`
/// @param exact whether case counts
/// @param inflection which other forms are allowed
/// @param hash of the word as [Words] has it
record WordPattern(String word, boolean exact, Inflection inflection, int hash) {

    boolean matches(String text, Words words, int index) {
        int start = words.start(index);
        int end = words.end(index);
        if (inflection == Inflection.NONE && words.hash(index) != hash) {
            return false;
        }
        int length = word.length();
        if (end - start >= length && startsHere(text, start)) {
            int tail = end - start - length;
            if (tail == 0 || (tail == 2 && isPossessive(text, end))) {
                return true;
            }
        }
        return inflection.allows(word, text, start, end);
    }

    /// Whether a word that it matches may start at a place; never wrongly false.
    boolean mayStart(String text, int start) {
        int sure = inflection == Inflection.NONE ? word.length() : 1;
        for (int i = 0; i < sure; i++) {
            if (start + i >= text.length()
                    || Chars.fold(text.charAt(start + i)) != Chars.fold(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPossessive(String text, int end) {
        return Chars.isApostrophe(text.charAt(end - 2)) && Chars.fold(text.charAt(end - 1)) == 's';
    }

    private boolean startsHere(String text, int start) {
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(start + i);
            char here = exact ? (c == '’' ? '\'' : c) : Chars.fold(c);
            if (here != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
