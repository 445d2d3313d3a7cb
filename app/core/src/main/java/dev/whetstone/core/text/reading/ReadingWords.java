package dev.whetstone.core.text.reading;

import dev.whetstone.core.text.Chars;
import java.util.function.Consumer;

/// Words as textstat 0.7.13 splits them: punctuation is deleted (so that a line of code is one long
/// word), but for an apostrophe before the endings t, s, d, ve, ll and re; what white space leaves
/// apart are words.
final class ReadingWords {
    private ReadingWords() {}

    static void each(CharSequence text, Consumer<String> taker) {
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int code = Character.codePointAt(text, at);
            if (code == '\'' ? isContraction(text, at + 1) : isWord(code)) {
                word.appendCodePoint(code);
            } else if (code < 0x10000 && Chars.isSpace((char) code) && !word.isEmpty()) {
                taker.accept(word.toString());
                word.setLength(0);
            }
            at += Character.charCount(code);
        }
        if (!word.isEmpty()) {
            taker.accept(word.toString());
        }
    }

    /// How many there are, counted up to a bound.
    static int count(CharSequence text, int start, int end, int most) {
        int count = 0;
        boolean inWord = false;
        for (int at = start; at < end && count < most; ) {
            int code = Character.codePointAt(text, at);
            if (code == '\'' ? isContraction(text.subSequence(at + 1, end), 0) : isWord(code)) {
                count += inWord ? 0 : 1;
                inWord = true;
            } else if (code < 0x10000 && Chars.isSpace((char) code)) {
                inWord = false;
            }
            at += Character.charCount(code);
        }
        return count;
    }

    private static boolean isContraction(CharSequence text, int next) {
        char first = next < text.length() ? text.charAt(next) : ' ';
        char second = next + 1 < text.length() ? text.charAt(next + 1) : ' ';
        return switch (first) {
            case 't', 's', 'd' -> true;
            case 'v', 'r' -> second == 'e';
            case 'l' -> second == 'l';
            default -> false;
        };
    }

    /// Letters and numbers of any script, and the underscore.
    static boolean isWord(int code) {
        if (code < 0x80) {
            return code >= 'a' && code <= 'z'
                    || code >= 'A' && code <= 'Z'
                    || code >= '0' && code <= '9'
                    || code == '_';
        }
        int type = Character.getType(code);
        return Character.isLetterOrDigit(code)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
