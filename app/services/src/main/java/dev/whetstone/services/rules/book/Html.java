package dev.whetstone.services.rules.book;

/// Writes elements whose text can hold anything.
final class Html {
    private final StringBuilder out = new StringBuilder();

    /// Markup of ours, as it is.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /// An element around a text; `style` is its class, empty for none.
    Html element(String tag, String style, String text) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(escaped(text)).append("</").append(tag).append(">\n");
        return this;
    }

    /// A text in which nothing is markup, and no control character is left.
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                case '\n', '\t' -> safe.append((char) c);
                                default -> {
                                    if (Shown.isShown(c)) {
                                        safe.appendCodePoint(c);
                                    } else {
                                        safe.append('\uFFFD');
                                    }
                                }
                            }
                        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
