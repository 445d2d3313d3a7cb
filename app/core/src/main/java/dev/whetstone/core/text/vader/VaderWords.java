package dev.whetstone.core.text.vader;

import dev.whetstone.core.text.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as VADER reads it: emoji in words, split at white space, punctuation at both ends of a
/// token removed unless two characters or fewer would be left (an emoticon).
///
/// @param lower the tokens in lower case
/// @param capitals whether each is in capitals while not all of the text is
record VaderWords(List<String> lower, boolean[] capitals) {
    static VaderWords of(String text, VaderLexicon lexicon) {
        List<String> tokens = tokens(described(text, lexicon));
        boolean[] capitals = new boolean[tokens.size()];
        int count = 0;
        for (int i = 0; i < capitals.length; i++) {
            capitals[i] = isUpper(tokens.get(i));
            count += capitals[i] ? 1 : 0;
        }
        if (count == capitals.length) {
            capitals = new boolean[capitals.length];
        }
        return new VaderWords(
                tokens.stream().map(token -> token.toLowerCase(Locale.ROOT)).toList(), capitals);
    }

    int count() {
        return lower.size();
    }

    String word(int index) {
        return lower.get(index);
    }

    private static String described(String text, VaderLexicon lexicon) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean afterSpace = true;
        for (int at = 0; at < text.length(); ) {
            int code = text.codePointAt(at);
            String description = code < 0xa9 ? null : lexicon.emoji().get(code);
            if (description != null) {
                plain.append(afterSpace ? "" : " ").append(description);
                afterSpace = false;
            } else {
                plain.appendCodePoint(code);
                afterSpace = code == ' ';
            }
            at += Character.charCount(code);
        }
        return plain.toString();
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>(text.length() / 5 + 1);
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean gap = at == text.length() || Chars.isSpace(text.charAt(at));
            if (!gap && start < 0) {
                start = at;
            } else if (gap && start >= 0) {
                tokens.add(bare(text, start, at));
                start = -1;
            }
        }
        return tokens;
    }

    private static String bare(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isPunctuation(text.charAt(from))) {
            from++;
        }
        while (to > from && isPunctuation(text.charAt(to - 1))) {
            to--;
        }
        return text.codePointCount(from, to) <= 2
                ? text.substring(start, end)
                : text.substring(from, to);
    }

    /// The marks of ASCII.
    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }

    private static boolean isUpper(String token) {
        boolean upper = false;
        for (int at = 0; at < token.length(); ) {
            int code = token.codePointAt(at);
            if (Character.isLowerCase(code) || Character.isTitleCase(code)) {
                return false;
            }
            upper |= Character.isUpperCase(code);
            at += Character.charCount(code);
        }
        return upper;
    }
}
