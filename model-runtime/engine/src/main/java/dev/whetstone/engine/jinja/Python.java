package dev.whetstone.engine.jinja;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Python's rules for texts: white space, case, and how values print.
final class Python {
    private Python() {}

    /// As `str.isspace`.
    static boolean isSpace(int c) {
        return switch (c) {
            case '\t',
                    '\n',
                    0x0B,
                    '\f',
                    '\r',
                    0x1C,
                    0x1D,
                    0x1E,
                    0x1F,
                    ' ',
                    0x85,
                    0xA0,
                    0x1680,
                    0x2028,
                    0x2029,
                    0x202F,
                    0x205F,
                    0x3000 ->
                    true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    static String strip(String text) {
        return stripLeft(stripRight(text));
    }

    static String stripLeft(String text) {
        return stripLeft(text, Python::isSpace);
    }

    static String stripRight(String text) {
        return stripRight(text, Python::isSpace);
    }

    static String stripLeft(String text, IntPredicate goes) {
        var from = 0;
        while (from < text.length() && goes.test(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        return text.substring(from);
    }

    static String stripRight(String text, IntPredicate goes) {
        var to = text.length();
        while (to > 0 && goes.test(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(0, to);
    }

    /// `str.capitalize`.
    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var first = Character.charCount(text.codePointAt(0));
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /// `str.title`: a letter after anything that is no letter becomes upper case.
    static String title(String text) {
        var out = new StringBuilder();
        var inWord = false;
        for (var c : text.codePoints().toArray()) {
            var letter = Character.toString(c);
            out.append(inWord ? letter.toLowerCase(Locale.ROOT) : letter.toUpperCase(Locale.ROOT));
            inWord = Character.isLetter(c);
        }
        return out.toString();
    }

    /// `str(value)`.
    static String str(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Undefined u -> "";
            default -> repr(value);
        };
    }

    /// `repr(value)`.
    static String repr(Value value) {
        return switch (value) {
            case Value.Text(var text) -> quoted(text);
            case Value.Whole(var whole) -> Long.toString(whole);
            case Value.Real(var real) -> real(real);
            case Value.Truth(var truth) -> truth ? "True" : "False";
            case Value.None none -> "None";
            case Value.Undefined undefined -> "Undefined";
            case Value.Items(var items) ->
                    items.stream().map(Python::repr).collect(Collectors.joining(", ", "[", "]"));
            case Value.Tuple(var items) ->
                    items.size() == 1
                            ? "(" + repr(items.getFirst()) + ",)"
                            : items.stream()
                                    .map(Python::repr)
                                    .collect(Collectors.joining(", ", "(", ")"));
            case Value.Mapping(var entries) ->
                    entries.entrySet().stream()
                            .map(e -> repr(e.getKey()) + ": " + repr(e.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Value.Attributes object -> throw Failures.render("an object cannot be printed");
            case Value.Callable function -> throw Failures.render("a function cannot be printed");
        };
    }

    private static String quoted(String text) {
        var quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        var out = new StringBuilder().append(quote);
        for (var c : text.codePoints().toArray()) {
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || c == 0x7F) {
                out.append("\\x%02x".formatted(c));
            } else if (isPrintable(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(
                        (c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(c));
            }
        }
        return out.append(quote).toString();
    }

    private static boolean isPrintable(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR ->
                            false;
                    default -> true;
                };
    }

    /// The shortest digits that give the number back, in Python's form: exponents from 16 digits on
    /// and below 0.0001.
    static String real(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            var plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        var unscaled = digits.unscaledValue().abs().toString();
        return (value < 0 ? "-" : "")
                + unscaled.charAt(0)
                + (unscaled.length() > 1 ? "." + unscaled.substring(1) : "")
                + "e"
                + (exponent < 0 ? "-" : "+")
                + "%02d".formatted(Math.abs(exponent));
    }
}
