package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.StructureType;
import dev.whetstone.core.text.TextFeatures;

/// Numbers in digits: `12`, `1,000`, `3.5`. The number of a list item is a mark, not a value.
final class Numbers {
    private static final String BEFORE_MARKS = " \t-*+•–>.)0123456789";

    private Numbers() {}

    static Spans find(TextFeatures text) {
        Spans.Builder found = new Spans.Builder();
        String chars = text.text();
        int at = Chars.digitFrom(chars, 0);
        Spans markers = at < 0 ? Spans.NONE : markers(text);
        while (at >= 0) {
            int end = end(chars, at);
            if (markers.isEmpty() || !markers.covers(at)) {
                found.add(at, end);
            }
            at = Chars.digitFrom(chars, end);
        }
        return found.build();
    }

    /// Whether only marks of lists and quotations stand before a number in its line; never wrongly
    /// false for the number of a list item.
    static boolean mayBeMark(String text, int start) {
        int at = start - 1;
        while (at >= 0 && BEFORE_MARKS.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private static Spans markers(TextFeatures text) {
        return text.structure().count(StructureType.NUMBERED_ITEMS) == 0
                ? Spans.NONE
                : text.structure().itemMarkers();
    }

    /// One past the last character of the number that starts at a digit.
    static int end(String text, int start) {
        int at = digits(text, start);
        while (at < text.length() && text.charAt(at) == ',' && digits(text, at + 1) - at == 4) {
            at += 4;
        }
        if (at < text.length() && text.charAt(at) == '.' && digits(text, at + 1) > at + 1) {
            at = digits(text, at + 1);
        }
        return at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
