package dev.whetstone.core.text.regex;

/// What stands beside a place of a text, as far as assertions can tell.
enum Neighbour {
    /// The text's edge.
    NONE,
    NEWLINE,
    /// A to Z, a to z, 0 to 9, `_`: RE2's word characters.
    WORD,
    OTHER;

    static Neighbour of(int code) {
        if (code == '\n') {
            return NEWLINE;
        }
        return isWord(code) ? WORD : OTHER;
    }

    static boolean isWord(int code) {
        return (code >= 'a' && code <= 'z')
                || (code >= 'A' && code <= 'Z')
                || (code >= '0' && code <= '9')
                || code == '_';
    }

    /// What stands at an index of a text; [#NONE] outside it.
    static Neighbour at(String text, int index) {
        return index < 0 || index >= text.length() ? NONE : of(text.charAt(index));
    }
}
