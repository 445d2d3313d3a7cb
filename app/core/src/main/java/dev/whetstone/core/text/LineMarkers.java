package dev.whetstone.core.text;

/// A quick look at how lines start, so that only texts that can hold a structure are parsed.
///
/// @param bullets whether some line starts like a bullet
/// @param numbers whether some line starts like a numbered item
/// @param headings whether some line starts with `#` or underlines another
/// @param fences whether some line starts a fenced block
/// @param indents whether some line is indented by four blanks or a tab
/// @param rows whether some line holds `|`
/// @param quotes whether some line starts with `>`
record LineMarkers(
        boolean bullets,
        boolean numbers,
        boolean headings,
        boolean fences,
        boolean indents,
        boolean rows,
        boolean quotes) {

    /// Whether nothing but paragraphs can be found.
    boolean isPlain() {
        return !(bullets || numbers || headings || fences || indents || rows || quotes);
    }

    static LineMarkers of(String text) {
        boolean bullets = false;
        boolean numbers = false;
        boolean headings = false;
        boolean fences = false;
        boolean indents = false;
        boolean quotes = false;
        int length = text.length();
        int at = 0;
        while (at < length) {
            int first = at;
            while (first < length && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
                indents |= text.charAt(first) == '\t' || first - at >= 3;
                first++;
            }
            if (first < length) {
                char c = text.charAt(first);
                switch (c) {
                    case '-', '*', '+', '•', '–' -> {
                        bullets |= first + 1 < length && Character.isWhitespace(text.charAt(first + 1));
                        headings |= c == '-';
                    }
                    case '#', '=' -> headings = true;
                    case '`', '~' -> fences |= text.startsWith("```", first) || text.startsWith("~~~", first);
                    case '>' -> quotes = true;
                    case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                            numbers |= isItemNumber(text, first);
                    default -> {}
                }
            }
            int end = text.indexOf('\n', first);
            at = end < 0 ? length : end + 1;
        }
        return new LineMarkers(
                bullets, numbers, headings, fences, indents, text.indexOf('|') >= 0, quotes);
    }

    private static boolean isItemNumber(String text, int first) {
        int at = first;
        while (at < text.length() && at - first < 9 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ')');
    }
}
