package dev.whetstone.core.text;

import java.util.Set;

/// Splits a text into sentences: at `.`, `!`, `?` and `…` before a new start, at blank lines, and
/// where a line starts a list item, heading or table row. Full stops of known abbreviations,
/// initials and item numbers end nothing.
final class Sentences {
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "dr", "mr", "mrs", "ms", "prof", "sr", "jr", "st", "rev", "gen", "col", "lt",
                    "e.g", "i.e", "eg", "ie", "cf", "viz", "no", "nos", "vs", "v", "inc", "ltd",
                    "co", "corp", "approx", "dept", "est", "fig", "figs", "art", "arts", "sec",
                    "sect", "para", "paras", "cl", "ch", "vol", "pp", "p", "ed", "eds", "al", "jan",
                    "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
                    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "u.s", "u.k", "a.m", "p.m",
                    "b.i.d", "t.i.d", "p.o", "min", "max", "tel", "ref", "ext", "§", "ave", "blvd");

    private final String text;
    private final Spans.Builder found = new Spans.Builder();
    private int start;

    private Sentences(String text) {
        this.text = text;
    }

    static Spans of(String text) {
        Sentences sentences = new Sentences(text);
        sentences.run();
        return sentences.found.build();
    }

    private void run() {
        int length = text.length();
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (c == '\n') {
                if (breaksAt(at)) {
                    end(at);
                }
                at++;
            } else if (c == '.' || c == '!' || c == '?' || c == '…' || c == '。' || c == '？') {
                int after = closed(at);
                if (endsAt(at, after)) {
                    end(after);
                }
                at = after;
            } else {
                at++;
            }
        }
        end(length);
    }

    /// One past the stops and closing quotes or brackets that follow a stop.
    private int closed(int stop) {
        int at = stop + 1;
        while (at < text.length() && ".!?…\"'”’)]*_".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean endsAt(int stop, int after) {
        if (after >= text.length() || text.charAt(stop) == '。' || text.charAt(stop) == '？') {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(after))) {
            return false;
        }
        if (text.charAt(stop) != '.') {
            return !continuesInLowerCase(after) || text.charAt(stop) != '…';
        }
        if (after == stop + 1 && isAbbreviation(stop)) {
            return false;
        }
        return !continuesInLowerCase(after);
    }

    private boolean continuesInLowerCase(int at) {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && Character.isLowerCase(text.charAt(next));
    }

    private boolean isAbbreviation(int stop) {
        int from = stop;
        while (from > start
                && (Chars.inWord(text.charAt(from - 1))
                        || text.charAt(from - 1) == '.'
                        || text.charAt(from - 1) == '§')) {
            from--;
        }
        String word = text.substring(from, stop);
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I")) {
            return true;
        }
        boolean itemNumber =
                !word.isEmpty()
                        && word.length() <= 3
                        && word.chars().allMatch(c -> c >= '0' && c <= '9')
                        && text.substring(start, from).isBlank();
        return itemNumber || ABBREVIATIONS.contains(Chars.fold(word));
    }

    /// Whether a line break ends a sentence: before a blank line, an item, a heading or a row.
    private boolean breaksAt(int lineBreak) {
        int next = lineBreak + 1;
        while (next < text.length() && Chars.isBlank(text.charAt(next))) {
            next++;
        }
        if (next >= text.length() || text.charAt(next) == '\n' || text.charAt(next) == '\r') {
            return true;
        }
        char c = text.charAt(next);
        if ("-*+•–#|>`".indexOf(c) >= 0) {
            return true;
        }
        int digits = next;
        while (digits < text.length() && Chars.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean numbered =
                digits > next
                        && digits < text.length()
                        && (text.charAt(digits) == '.' || text.charAt(digits) == ')');
        return numbered || startsWithMarker();
    }

    private boolean startsWithMarker() {
        int first = start;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first < text.length() && text.charAt(first) == '#';
    }

    private void end(int end) {
        int from = start;
        while (from < end && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int to = end;
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (Chars.inWord(text.charAt(i))) {
                found.add(from, to);
                break;
            }
        }
        start = end;
    }
}
