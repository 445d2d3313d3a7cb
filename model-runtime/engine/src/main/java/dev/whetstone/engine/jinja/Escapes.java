package dev.whetstone.engine.jinja;

/// Escapes of Python's text literals.
final class Escapes {
    private Escapes() {}

    /// Reads the escape at `at` into `text`.
    ///
    /// @return the place after it
    static int read(String source, int at, StringBuilder text, int line) {
        if (at + 1 >= source.length()) {
            throw Failures.syntax(line, "a text without its closing quote");
        }
        var c = source.charAt(at + 1);
        var simple = "abfnrtv\\'\"".indexOf(c);
        if (simple >= 0) {
            text.append("\u0007\b\f\n\r\t\u000B\\'\"".charAt(simple));
            return at + 2;
        }
        return switch (c) {
            case '\n' -> at + 2;
            case 'x' -> hex(source, at, 2, text, line);
            case 'u' -> hex(source, at, 4, text, line);
            case 'U' -> hex(source, at, 8, text, line);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(source, at, text);
            case 'N' -> throw Failures.syntax(line, "characters by name are not supported");
            default -> {
                text.append('\\').append(c);
                yield at + 2;
            }
        };
    }

    private static int hex(String source, int at, int digits, StringBuilder text, int line) {
        var end = at + 2 + digits;
        try {
            text.appendCodePoint(
                    Integer.parseUnsignedInt(
                            source.substring(at + 2, Math.min(end, source.length())), 16));
        } catch (IllegalArgumentException e) {
            throw Failures.syntax(line, "a broken escape in a text");
        }
        return end;
    }

    private static int octal(String source, int at, StringBuilder text) {
        var end = at + 1;
        var value = 0;
        while (end < source.length()
                && end < at + 4
                && source.charAt(end) >= '0'
                && source.charAt(end) <= '7') {
            value = value * 8 + source.charAt(end++) - '0';
        }
        text.append((char) value);
        return end;
    }
}
