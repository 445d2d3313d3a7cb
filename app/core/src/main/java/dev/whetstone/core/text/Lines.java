package dev.whetstone.core.text;

/// Lines and paragraphs.
final class Lines {
    private Lines() {}

    /// How many lines hold more than white space.
    static int count(String text) {
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            count += isBlank(text, at, end) ? 0 : 1;
            at = end + 1;
        }
        return count;
    }

    static Spans paragraphs(String text) {
        Spans.Builder found = new Spans.Builder();
        int start = -1;
        int lastEnd = 0;
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            if (isBlank(text, at, end)) {
                if (start >= 0) {
                    found.add(start, lastEnd);
                    start = -1;
                }
            } else {
                start = start < 0 ? at : start;
                lastEnd = end;
            }
            at = end + 1;
        }
        if (start >= 0) {
            found.add(start, lastEnd);
        }
        return found.build();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
