package dev.whetstone.core.text;

/// A quick look at how lines start, so that only texts that can hold a structure are parsed. List
/// and quotation marks may stand before other marks in one line.
final class LineMarkers {
    private static final int CODE_INDENT = 4;

    private final String text;
    private boolean bullets;
    private boolean numbers;
    private boolean headings;
    private boolean fences;
    private boolean indents;
    private boolean quotes;
    private final boolean rows;

    private LineMarkers(String text) {
        this.text = text;
        this.rows = text.indexOf('|') >= 0;
    }

    static LineMarkers of(String text) {
        LineMarkers markers = new LineMarkers(text);
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', markers.line(at));
            at = end < 0 ? text.length() : end + 1;
        }
        return markers;
    }

    /// Whether the text can hold a structure at all; never wrongly false.
    boolean allow(StructureType type) {
        return switch (type) {
            case BULLETS -> bullets;
            case NUMBERED_ITEMS -> numbers;
            case LIST_ITEMS -> bullets || numbers;
            case HEADINGS -> headings;
            case TABLES -> rows;
            case CODE_BLOCKS -> fences || indents;
            case QUOTES -> quotes;
        };
    }

    /// Reads the marks of a line and returns a place behind them in the same line.
    private int line(int start) {
        int at = start;
        while (true) {
            int first = at;
            while (first < text.length() && isBlank(text.charAt(first))) {
                indents |= text.charAt(first) == '\t' || first - at + 1 >= CODE_INDENT;
                first++;
            }
            int after = mark(first);
            if (after == first) {
                return first;
            }
            at = after;
        }
    }

    /// One past a list or quotation mark at a place, or the place itself when none stands there.
    private int mark(int first) {
        if (first >= text.length()) {
            return first;
        }
        char c = text.charAt(first);
        switch (c) {
            case '-', '*', '+', '•', '–' -> {
                headings |= c == '-';
                if (first + 1 == text.length() || Character.isWhitespace(text.charAt(first + 1))) {
                    bullets = true;
                    return first + 1;
                }
            }
            case '#', '=' -> headings = true;
            case '`', '~' ->
                    fences |= text.startsWith("```", first) || text.startsWith("~~~", first);
            case '>' -> {
                quotes = true;
                return first + 1;
            }
            default -> {
                int digits = first;
                while (digits < text.length() && Chars.isDigit(text.charAt(digits))) {
                    digits++;
                }
                if (digits > first
                        && digits < text.length()
                        && ".)".indexOf(text.charAt(digits)) >= 0) {
                    numbers = true;
                    return digits + 1;
                }
            }
        }
        return first;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
