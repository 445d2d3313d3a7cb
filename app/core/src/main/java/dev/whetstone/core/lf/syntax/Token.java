package dev.whetstone.core.lf.syntax;

/// A piece of a rule's text.
///
/// @param text the piece's value: a name without its sign, a string without its quotes
/// @param start first character, from 0
/// @param end one past the last character
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        REGEX,
        CONCEPT,
        DETECTOR,
        SLOT,
        RELATION,
        SIGN,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /// For messages.
    String shown() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
