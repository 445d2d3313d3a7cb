package dev.whetstone.core.text;

/// Character classes of the rule language, from tables over all UTF-16 units, since every text goes
/// through them unit by unit.
public final class Chars {
    /// Bits of [#kind(char)].
    static final int WORD = 1;

    static final int CAPITAL = 2;
    static final int APOSTROPHE = 4;

    private static final int UNITS = 1 << 16;
    private static final byte[] KIND = new byte[UNITS];
    private static final char[] FOLDED = new char[UNITS];

    static {
        for (int unit = 0; unit < UNITS; unit++) {
            char c = (char) unit;
            FOLDED[c] = Character.toLowerCase(c);
            KIND[c] =
                    (byte)
                            ((isWord(c) ? WORD : 0)
                                    | (c >= 'A' && c <= 'Z' ? CAPITAL : 0)
                                    | (c == '\'' || c == '’' ? APOSTROPHE : 0));
        }
        FOLDED['’'] = '\'';
        FOLDED['ſ'] = 's';
    }

    private Chars() {}

    /// The lower-case form; a typographic apostrophe becomes a straight one.
    public static char fold(char c) {
        return FOLDED[c];
    }

    /// Whether a word may hold this character: letters, digits and marks, but not apostrophes.
    public static boolean inWord(char c) {
        return (KIND[c] & WORD) != 0;
    }

    /// All that holds of a character: [#WORD], [#CAPITAL] (A to Z), [#APOSTROPHE].
    static int kind(char c) {
        return KIND[c];
    }

    private static boolean isWord(char c) {
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

    /// The first letter or digit; the text's length where there is none.
    public static int letterOrDigitFrom(String text) {
        int at = 0;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The first digit 0 to 9 at or after a place, or -1.
    public static int digitFrom(String text, int from) {
        int length = text.length();
        for (int at = from; at < length; at++) {
            if (isDigit(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    /// Blank, tab, or another horizontal space.
    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200a');
    }

    /// White space of any kind, no-break and line ends included.
    public static boolean isSpace(char c) {
        return c < 0x80
                ? c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1c && c <= 0x1f
                : c == '\u0085' || Character.isSpaceChar(c);
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
