package dev.whetstone.engine.tokenizer;

/// Character classes as the reference tools define them.
final class Characters {
    private Characters() {}

    /// Categories Mn, Mc and Me.
    static boolean isMark(int codePoint) {
        var type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /// Control, format and private-use characters: categories Cc, Cf and Co.
    static boolean isOther(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /// Unicode's White_Space property.
    static boolean isWhiteSpace(int codePoint) {
        return switch (codePoint) {
            case '\t',
                    '\n',
                    0x0B,
                    '\f',
                    '\r',
                    ' ',
                    0x85,
                    0xA0,
                    0x1680,
                    0x2028,
                    0x2029,
                    0x202F,
                    0x205F,
                    0x3000 ->
                    true;
            default -> codePoint >= 0x2000 && codePoint <= 0x200A;
        };
    }

    /// What a regular expression's `\w` matches.
    static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || isMark(codePoint)
                || Character.getType(codePoint) == Character.CONNECTOR_PUNCTUATION;
    }

    /// ASCII symbols and every category of punctuation.
    static boolean isPunctuation(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint > ' ' && codePoint < 0x7F && !Character.isLetterOrDigit(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    /// Categories Nd, Nl and No.
    static boolean isNumeric(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    true;
            default -> false;
        };
    }
}
