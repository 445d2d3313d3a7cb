package dev.whetstone.services.rules.book;

/// Texts that stay texts inside Markdown.
final class Markdown {
    private static final String MARKS = "\\`*_{}[]<>()#+-.!|~&";

    private Markdown() {}

    /// On one line, with nothing in it that is a mark.
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.replaceAll("\\s+", " ")
                .codePoints()
                .forEach(
                        c -> {
                            if (MARKS.indexOf(c) >= 0) {
                                safe.append('\\');
                            }
                            if (Shown.isShown(c)) {
                                safe.appendCodePoint(c);
                            } else {
                                safe.append('\uFFFD');
                            }
                        });
        return safe.toString();
    }

    /// A block of code; its fence is longer than any in the text.
    static String code(String text) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(c -> safe.appendCodePoint(c == '\n' || Shown.isShown(c) ? c : 0xFFFD));
        return fence + "\n" + safe + "\n" + fence;
    }
}
