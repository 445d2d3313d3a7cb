package dev.whetstone.desktop.text;

import java.util.List;

/// A styled stretch of a text.
///
/// @param start first UTF-16 index, inclusive
/// @param end last UTF-16 index, exclusive; not below `start`
/// @param styles css classes
public record Span(int start, int end, List<String> styles) {
    public Span {
        styles = List.copyOf(styles);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("bad span " + start + "-" + end);
        }
    }

    public static Span of(int start, int end, String style) {
        return new Span(start, end, List.of(style));
    }

    public boolean isEmpty() {
        return end == start;
    }
}
