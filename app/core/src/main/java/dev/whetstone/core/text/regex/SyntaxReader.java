package dev.whetstone.core.text.regex;

import dev.whetstone.core.text.regex.Syntax.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads expressions that RE2 has accepted. Whatever is rare or open to doubt is left to RE2: then
/// there is no tree.
final class SyntaxReader {
    private static final int LARGEST_COUNT = 1_000;

    private final String source;
    private int at;
    private boolean ignoresCase;
    private boolean multiLine;
    private boolean dotAll;

    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unread() {
            super(null, null, false, false);
        }
    }

    private SyntaxReader(String source, boolean ignoresCase) {
        this.source = source;
        this.ignoresCase = ignoresCase;
    }

    static Optional<Syntax> read(String source, boolean ignoresCase) {
        SyntaxReader reader = new SyntaxReader(source, ignoresCase);
        try {
            Syntax whole = reader.choice();
            return reader.at == source.length() ? Optional.of(whole) : Optional.empty();
        } catch (Unread rare) {
            return Optional.empty();
        }
    }

    private boolean has(char c) {
        return at < source.length() && source.charAt(at) == c;
    }

    private char next() {
        if (at >= source.length()) {
            throw new Unread();
        }
        return source.charAt(at++);
    }

    private Syntax choice() {
        List<Syntax> parts = new ArrayList<>();
        parts.add(sequence());
        while (has('|')) {
            at++;
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.getFirst() : new Syntax.Choice(parts);
    }

    private Syntax sequence() {
        List<Syntax> parts = new ArrayList<>();
        while (at < source.length() && !has('|') && !has(')')) {
            Syntax part = atom();
            parts.add(repeated(part));
        }
        return parts.size() == 1 ? parts.getFirst() : new Syntax.Sequence(parts);
    }

    private Syntax repeated(Syntax body) {
        int least;
        int most;
        if (has('*') || has('+') || has('?')) {
            char sign = next();
            least = sign == '+' ? 1 : 0;
            most = sign == '?' ? 1 : Repeat.UNBOUNDED;
        } else if (has('{')) {
            at++;
            least = number();
            most = least;
            if (has(',')) {
                at++;
                most = has('}') ? Repeat.UNBOUNDED : number();
            }
            if (next() != '}') {
                throw new Unread();
            }
        } else {
            return body;
        }
        boolean greedy = !has('?');
        at += greedy ? 0 : 1;
        boolean twice = has('*') || has('+') || has('?') || has('{');
        if (twice || body.isNullable()) {
            throw new Unread();
        }
        return new Repeat(body, least, most, greedy);
    }

    private int number() {
        int from = at;
        int value = 0;
        while (at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '9') {
            value = 10 * value + source.charAt(at++) - '0';
            if (value > LARGEST_COUNT) {
                throw new Unread();
            }
        }
        if (at == from) {
            throw new Unread();
        }
        return value;
    }

    private Syntax atom() {
        char c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> bracketed();
            case '\\' -> escape();
            case '.' ->
                    new Syntax.One(
                            dotAll
                                    ? CodeSet.allBut("any", new java.util.BitSet())
                                    : CodeSet.allBut("line", newline()));
            case '^' -> look(multiLine ? Assertion.LINE_START : Assertion.TEXT_START);
            case '$' -> look(multiLine ? Assertion.LINE_END : Assertion.TEXT_END);
            case '*', '+', '?', '{', '}', ']' -> throw new Unread();
            default -> literal(c);
        };
    }

    private static java.util.BitSet newline() {
        java.util.BitSet plane = new java.util.BitSet();
        plane.set('\n');
        return plane;
    }

    private static Syntax look(Assertion assertion) {
        return new Syntax.Look(assertion);
    }

    private Syntax literal(char c) {
        if (Character.isHighSurrogate(c) && at < source.length()) {
            char low = source.charAt(at);
            if (Character.isLowSurrogate(low)) {
                at++;
                return new Syntax.One(
                        ClassReader.literal(Character.toCodePoint(c, low), ignoresCase));
            }
        }
        return new Syntax.One(ClassReader.literal(c, ignoresCase));
    }

    private Syntax group() {
        boolean outerCase = ignoresCase;
        boolean outerLines = multiLine;
        boolean outerDot = dotAll;
        if (has('?')) {
            at++;
            if (has('P') || has('<')) {
                int close = source.indexOf('>', at);
                if (close < 0) {
                    throw new Unread();
                }
                at = close + 1;
            } else if (flags() == ')') {
                // flags without a group hold to the end of the group they stand in
                return new Syntax.Empty();
            }
        }
        Syntax inner = choice();
        if (next() != ')') {
            throw new Unread();
        }
        ignoresCase = outerCase;
        multiLine = outerLines;
        dotAll = outerDot;
        return inner;
    }

    /// Reads flags up to `:` or `)`, which is returned.
    private char flags() {
        boolean on = true;
        while (true) {
            char c = next();
            switch (c) {
                case '-' -> on = false;
                case 'i' -> ignoresCase = on;
                case 'm' -> multiLine = on;
                case 's' -> dotAll = on;
                case ':', ')' -> {
                    return c;
                }
                default -> throw new Unread();
            }
        }
    }

    private Syntax bracketed() {
        int open = at - 1;
        if (has('^')) {
            at++;
        }
        if (has(']')) {
            throw new Unread();
        }
        while (!has(']')) {
            char c = next();
            if (c == '[' && has(':')) {
                int close = source.indexOf(":]", at);
                if (close < 0) {
                    throw new Unread();
                }
                at = close + 2;
            } else if (c == '\\') {
                next();
            }
        }
        at++;
        return new Syntax.One(ClassReader.bracketed(source.substring(open, at), ignoresCase));
    }

    private Syntax escape() {
        int open = at - 1;
        char c = next();
        return switch (c) {
            case 'b' -> look(Assertion.WORD_EDGE);
            case 'B' -> look(Assertion.NO_WORD_EDGE);
            case 'A' -> look(Assertion.TEXT_START);
            case 'z' -> look(Assertion.TEXT_END);
            case 'd', 'D', 's', 'S', 'w', 'W' -> new Syntax.One(ClassReader.perl(c, ignoresCase));
            case 'p', 'P' -> {
                if (has('{')) {
                    int close = source.indexOf('}', at);
                    if (close < 0) {
                        throw new Unread();
                    }
                    at = close + 1;
                } else {
                    next();
                }
                yield new Syntax.One(CodeSet.asked(source.substring(open, at), ignoresCase));
            }
            case 't' -> literal('\t');
            case 'n' -> literal('\n');
            case 'r' -> literal('\r');
            case 'f' -> literal('\f');
            default -> {
                if (c >= 128 || Character.isLetterOrDigit(c)) {
                    throw new Unread();
                }
                yield literal(c);
            }
        };
    }
}
