package dev.whetstone.core.text.match;

import dev.whetstone.core.text.Chars;
import java.util.ArrayList;
import java.util.List;

/// The longest run of plain characters that every match of an expression must hold.
///
/// Only what stands outside all groups and classes is looked at, and nothing at all in an
/// expression with an alternative at the top, so the answer may be shorter than it could be, but
/// is never wrong.
final class RequiredText {
    private static final int SHORTEST = 2;

    private RequiredText() {}

    /// Runs one of which every match holds, in folded characters; empty when that is not known. An
    /// expression that is one list of alternatives, bare or in a group between word boundaries, has
    /// a run for each of them.
    static List<String> anyOf(String source) {
        String inner = source;
        if (inner.startsWith("\\b(?:") && inner.endsWith(")\\b")) {
            inner = inner.substring(5, inner.length() - 3);
        } else if (inner.startsWith("\\b(?:") && inner.endsWith(")")) {
            inner = inner.substring(5, inner.length() - 1);
        }
        List<String> runs = new ArrayList<>();
        for (String alternative : alternatives(inner)) {
            String run = of(alternative);
            if (run.isEmpty()) {
                String whole = of(source);
                return whole.isEmpty() ? List.of() : List.of(whole);
            }
            runs.add(run);
        }
        return runs;
    }

    /// The parts between bars outside groups and classes; unbalanced brackets give one empty part,
    /// of which nothing is required.
    private static List<String> alternatives(String source) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < source.length(); at++) {
            switch (source.charAt(at)) {
                case '\\' -> at++;
                case '[' -> at = afterClass(source, at) - 1;
                case '(' -> depth++;
                case ')' -> {
                    if (--depth < 0) {
                        return List.of("");
                    }
                }
                case '|' -> {
                    if (depth == 0) {
                        parts.add(source.substring(start, at));
                        start = at + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(source.substring(start));
        return depth == 0 ? parts : List.of("");
    }

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
            boolean quantified =
                    next < source.length() && "*?{+".indexOf(source.charAt(next)) >= 0;
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
        return c < 128 && c != '\'';
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
