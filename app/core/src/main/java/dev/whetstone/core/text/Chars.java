package dev.whetstone.core.text;

/// Character classes of the rule language, with a table for the first 128.
public final class Chars {
    private static final byte[] FOLDED = new byte[128];
    private static final boolean[] WORD = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            FOLDED[c] = (byte) Character.toLowerCase(c);
            WORD[c] = Character.isLetterOrDigit(c);
        }
    }

    private Chars() {}

    /// The lower-case form; a typographic apostrophe becomes a straight one.
    public static char fold(char c) {
        if (c < 128) {
            return (char) FOLDED[c];
        }
        return c == '’' ? '\'' : c == 'ſ' ? 's' : Character.toLowerCase(c);
    }

    /// Whether a word may hold this character: letters, digits and marks, but not apostrophes.
    public static boolean inWord(char c) {
        return c < 128 ? WORD[c] : inWordBeyondAscii(c);
    }

    private static boolean inWordBeyondAscii(char c) {
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    public static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Blank, tab, or another horizontal space.
    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200a');
    }

    /// The text in folded characters, of the same length.
    public static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = fold(chars[i]);
        }
        return new String(chars);
    }
}
