package dev.whetstone.core.text.ifeval;

/// Scans of texts that published checks count things in. Each is what a Python expression finds
/// with `re.findall`, written so that it takes linear time on any text.
final class Segments {
    private Segments() {}

    /// `\[.*?\]`
    static int brackets(String text) {
        int count = 0;
        int from = text.indexOf('[');
        while (from >= 0) {
            int end = lineEnd(text, from);
            int close = text.substring(from, end).indexOf(']');
            count += close < 0 ? 0 : 1;
            from = text.indexOf('[', close < 0 ? end : from + close + 1);
        }
        return count;
    }

    /// `^\s*\*[^\*].*$` over several lines.
    static int starBullets(String text) {
        int count = 0;
        int line = 0;
        while (line < text.length()) {
            int at = pastBlanks(text, line);
            if (at + 1 < text.length() && text.charAt(at) == '*' && text.charAt(at + 1) != '*') {
                count++;
                line = lineEnd(text, at + 2) + 1;
            } else {
                line = lineEnd(text, at) + 1;
            }
        }
        return count;
    }

    /// `^\s*-.*$` over several lines.
    static int dashBullets(String text) {
        int count = 0;
        int line = 0;
        while (line < text.length()) {
            int at = pastBlanks(text, line);
            count += at < text.length() && text.charAt(at) == '-' ? 1 : 0;
            line = lineEnd(text, at) + 1;
        }
        return count;
    }

    /// Matches of `\*[^\n\*]*\*` that hold more than asterisks and blanks.
    static int highlights(String text) {
        int count = 0;
        int from = text.indexOf('*');
        while (from >= 0) {
            int end = starOrLineEnd(text, from + 1);
            if (end < text.length() && text.charAt(end) == '*') {
                count += text.substring(from + 1, end).isBlank() ? 0 : 1;
                from = text.indexOf('*', end + 1);
            } else {
                from = text.indexOf('*', end);
            }
        }
        return count;
    }

    /// Matches of `\*\*[^\n\*]*\*\*` that hold more than blanks.
    static int doubleHighlights(String text) {
        int count = 0;
        int from = text.indexOf("**");
        while (from >= 0) {
            int end = starOrLineEnd(text, from + 2);
            if (text.startsWith("**", end)) {
                count += text.substring(from + 2, end).isBlank() ? 0 : 1;
                from = text.indexOf("**", end + 2);
            } else {
                from = text.indexOf("**", from + 1);
            }
        }
        return count;
    }

    /// `<<[^\n]+>>` with more than angular brackets and blanks in it.
    static boolean hasTitle(String text) {
        int from = text.indexOf("<<");
        while (from >= 0) {
            int end = lineEnd(text, from);
            String line = text.substring(from, end);
            int close = line.lastIndexOf(">>");
            if (close > 2) {
                String title = line.substring(0, close + 2);
                int start = 0;
                int stop = title.length();
                while (start < stop && title.charAt(start) == '<') {
                    start++;
                }
                while (stop > start && title.charAt(stop - 1) == '>') {
                    stop--;
                }
                if (!title.substring(start, stop).isBlank()) {
                    return true;
                }
            }
            from = text.indexOf("<<", end);
        }
        return false;
    }

    /// `\w+`
    static int words(String text) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean word = Character.isLetterOrDigit(c) || c == '_' || isNumeric(c);
            count += word && !inside ? 1 : 0;
            inside = word;
            i += Character.charCount(c);
        }
        return count;
    }

    private static boolean isNumeric(int c) {
        int type = Character.getType(c);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static int pastBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int starOrLineEnd(String text, int from) {
        int at = Math.min(from, text.length());
        while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', Math.min(from, text.length()));
        return end < 0 ? text.length() : end;
    }
}
