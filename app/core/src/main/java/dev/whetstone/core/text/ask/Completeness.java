package dev.whetstone.core.text.ask;

import dev.whetstone.core.text.Chars;

/// Whether a text is whole.
public final class Completeness {
    private Completeness() {}

    /// Whether the text breaks off: an open code fence or round bracket in the last line, or a last
    /// line of running text without a final stop. A last line that is a list item, heading, table
    /// row or signature of up to four words counts as whole.
    public static boolean isTruncated(String text) {
        String whole = text.stripTrailing();
        if (whole.isEmpty()) {
            return false;
        }
        if (hasOpenFence(whole)) {
            return true;
        }
        String last = whole.substring(whole.lastIndexOf('\n') + 1).strip();
        char end = last.charAt(last.length() - 1);
        if (last.endsWith("```") || last.endsWith("~~~") || end == '|' || last.startsWith("#")) {
            return false;
        }
        if (end == ',' || end == '(' || end == '-' || end == '–' || opensBracket(last)) {
            return true;
        }
        if (".!?…:;\"”'’)]}>*_`。！？".indexOf(end) >= 0 || isEmoji(last)) {
            return false;
        }
        boolean item = "-*+•–".indexOf(last.charAt(0)) >= 0 || isNumbered(last);
        boolean short4 = last.split("\\s+").length <= 4;
        boolean ownParagraph = whole.lastIndexOf('\n') >= 0;
        boolean closed = Character.isLetterOrDigit(end) && (item || (short4 && ownParagraph));
        return !closed;
    }

    private static boolean hasOpenFence(String text) {
        boolean open = false;
        for (String line : text.split("\n")) {
            if (line.stripLeading().startsWith("```")) {
                open = !open;
            }
        }
        return open;
    }

    private static boolean opensBracket(String line) {
        long opened = line.chars().filter(c -> c == '(').count();
        long closed = line.chars().filter(c -> c == ')').count();
        return opened > closed;
    }

    private static boolean isNumbered(String line) {
        int at = 0;
        while (at < line.length() && Chars.isDigit(line.charAt(at))) {
            at++;
        }
        return at > 0 && at < line.length() && ".)".indexOf(line.charAt(at)) >= 0;
    }

    private static boolean isEmoji(String line) {
        int last = line.codePointBefore(line.length());
        return Character.isEmoji(last) || last == 0xfe0f;
    }
}
