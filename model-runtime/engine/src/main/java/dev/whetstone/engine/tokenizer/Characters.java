package dev.whetstone.engine.tokenizer;

/// Character classes as the reference tools define them.
final class Characters {
    private Characters() {}

    /// Categories Mn, Mc and Me.
    static boolean isMark(int codePoint) {
        return isMarkNow(codePoint) != OlderUnicode.MARKS.get(codePoint);
    }

    /// Category Mn.
    static boolean isNonSpacingMark(int codePoint) {
        return (Character.getType(codePoint) == Character.NON_SPACING_MARK)
                != OlderUnicode.NON_SPACING_MARKS.get(codePoint);
    }

    private static boolean isMarkNow(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    /// Control, format and private-use characters: categories Cc, Cf and Co.
    static boolean isOther(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE ->
                    !OlderUnicode.OTHERS.get(codePoint);
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

    /// What the `\w` of Rust's regular expressions matches: alphabetic characters, marks, decimal
    /// digits, connectors and joiners.
    static boolean isWord(int codePoint) {
        return Character.isAlphabetic(codePoint)
                || isMarkNow(codePoint)
                || Character.isDigit(codePoint)
                || Character.getType(codePoint) == Character.CONNECTOR_PUNCTUATION
                || codePoint == 0x200C
                || codePoint == 0x200D;
    }

    /// ASCII symbols and every category of punctuation.
    static boolean isPunctuation(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint > ' ' && codePoint < 0x7F && !Character.isLetterOrDigit(codePoint);
        }
        return isPunctuationNow(codePoint) != OlderUnicode.PUNCTUATION.get(codePoint);
    }

    private static boolean isPunctuationNow(int codePoint) {
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
