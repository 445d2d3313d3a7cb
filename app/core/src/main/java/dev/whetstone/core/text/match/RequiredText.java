package dev.whetstone.core.text.match;

import dev.whetstone.core.text.Chars;

/// The longest run of plain characters that every match of an expression must hold.
///
/// Only what stands outside all groups and classes is looked at, and nothing at all in an
/// expression with an alternative at the top, so the answer may be shorter than it could be, but
/// is never wrong.
final class RequiredText {
    private static final int SHORTEST = 2;

    private RequiredText() {}

    /// The run in folded characters, or an empty text when there is none of two or more.
    static String of(String source) {
        String longest = "";
        StringBuilder run = new StringBuilder();
        int depth = 0;
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            int next = at + 1;
            boolean plain = false;
            if (c == '\\') {
                char escaped = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
                plain = !Character.isLetterOrDigit(escaped);
                c = escaped;
                next = at + 2;
                if (escaped == 'Q' || escaped == 'p' || escaped == 'P' || escaped == 'x') {
                    return longestOf(longest, run);
                }
                if (escaped == 'b' || escaped == 'B') {
                    at = next;
                    continue;
                }
            } else if (c == '[') {
                next = afterClass(source, at);
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == '|' && depth == 0) {
                return "";
            } else if (c == '{') {
                int close = source.indexOf('}', at);
                next = close < 0 ? source.length() : close + 1;
            } else {
                plain = ".*+?^$|}".indexOf(c) < 0;
            }
            boolean quantified = next < source.length() && "*?{+".indexOf(source.charAt(next)) >= 0;
            if (plain && depth == 0 && !quantified && isSafe(c)) {
                run.append(Chars.fold(c));
            } else {
                longest = longestOf(longest, run);
                run.setLength(0);
            }
            at = next;
        }
        return longestOf(longest, run);
    }

    /// Letters that fold to themselves and back; others may match more than one character.
    private static boolean isSafe(char c) {
        return c < 128 && c != 'k' && c != 'K' && c != 's' && c != 'S' && c != '\'';
    }

    private static int afterClass(String source, int open) {
        int at = open + 1;
        if (at < source.length() && source.charAt(at) == '^') {
            at++;
        }
        if (at < source.length() && source.charAt(at) == ']') {
            at++;
        }
        while (at < source.length() && source.charAt(at) != ']') {
            if (source.startsWith("[:", at)) {
                int end = source.indexOf(":]", at);
                at = end < 0 ? source.length() : end + 2;
            } else {
                at += source.charAt(at) == '\\' ? 2 : 1;
            }
        }
        return Math.min(at + 1, source.length());
    }

    private static String longestOf(String longest, StringBuilder run) {
        return run.length() >= SHORTEST && run.length() > longest.length()
                ? run.toString()
                : longest;
    }
}
