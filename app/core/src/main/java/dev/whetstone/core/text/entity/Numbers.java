package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;

/// Numbers in digits: `12`, `1,000`, `3.5`. The number of a list item is a mark, not a value.
final class Numbers {
    private Numbers() {}

    static Spans find(TextFeatures text) {
        Spans.Builder found = new Spans.Builder();
        String chars = text.text();
        NumberMarks marks = new NumberMarks(text);
        for (int at = Chars.digitFrom(chars, 0); at >= 0; ) {
            int end = end(chars, at);
            if (!marks.isMark(at)) {
                found.add(at, end);
            }
            at = Chars.digitFrom(chars, end);
        }
        return found.build();
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
