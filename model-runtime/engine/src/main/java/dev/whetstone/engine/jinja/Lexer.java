package dev.whetstone.engine.jinja;

import dev.whetstone.engine.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts a template into tokens, with `trim_blocks` and `lstrip_blocks` on and the last line break
/// dropped, as Transformers sets Jinja2.
final class Lexer {
    private static final int LONGEST_TEMPLATE = 1 << 20;
    private static final List<String> OPERATORS =
            List.of(
                    "==", "!=", "<=", ">=", "//", "**", "<", ">", "+", "-", "*", "/", "%", "~", "|",
                    ".", ",", ":", "(", ")", "[", "]", "{", "}", "=");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private boolean atLineStart = true;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String template) {
        if (template.length() > LONGEST_TEMPLATE) {
            throw Failures.limit("longer than " + LONGEST_TEMPLATE + " characters");
        }
        var lines = template.replace("\r\n", "\n").replace('\r', '\n');
        var lexer =
                new Lexer(lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < source.length()) {
            var tag = nextTag();
            if (tag < 0) {
                data(source.substring(at));
                break;
            }
            var kind = source.charAt(tag + 1);
            var sign = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
            data(strippedBefore(source.substring(at, tag), kind, sign));
            move(tag + 2 + (sign == '-' || sign == '+' ? 1 : 0));
            switch (kind) {
                case '#' -> comment();
                case '{' -> tag(Kind.VARIABLE_BEGIN, Kind.VARIABLE_END, "}}");
                default -> {
                    if (!raw()) {
                        tag(Kind.BLOCK_BEGIN, Kind.BLOCK_END, "%}");
                    }
                }
            }
        }
        tokens.add(new Token(Kind.END, "", line));
    }

    private int nextTag() {
        for (var i = source.indexOf('{', at); i >= 0; i = source.indexOf('{', i + 1)) {
            if (i + 1 < source.length() && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /// White space before a tag goes with `-`, and before a block or comment that begins its line.
    private String strippedBefore(String text, char kind, char sign) {
        if (sign == '-') {
            return Python.stripRight(text);
        }
        if (sign == '+' || kind == '{') {
            return text;
        }
        var lineStart = text.lastIndexOf('\n') + 1;
        var startsLine = lineStart > 0 || atLineStart;
        return startsLine && Python.strip(text.substring(lineStart)).isEmpty()
                ? text.substring(0, lineStart)
                : text;
    }

    private void data(String text) {
        if (!text.isEmpty()) {
            tokens.add(new Token(Kind.DATA, text, line));
        }
    }

    private void comment() {
        var end = source.indexOf("#}", at);
        if (end < 0) {
            throw Failures.syntax(line, "a comment without its end");
        }
        var sign = end > at ? source.charAt(end - 1) : ' ';
        closed(end + 2, sign);
    }

    /// After the end of a block or comment: `-` takes all white space, otherwise one line break
    /// goes.
    private void closed(int end, char sign) {
        move(end);
        if (sign == '-') {
            skipSpace();
        } else if (sign != '+' && at < source.length() && source.charAt(at) == '\n') {
            move(at + 1);
        }
    }

    private boolean raw() {
        var begin = matchWord(at, "raw");
        if (begin < 0) {
            return false;
        }
        closed(begin, source.charAt(begin - 3));
        for (var i = source.indexOf("{%", at); i >= 0; i = source.indexOf("{%", i + 1)) {
            var sign = i + 2 < source.length() ? source.charAt(i + 2) : ' ';
            var end = matchWord(i + 2 + (sign == '-' || sign == '+' ? 1 : 0), "endraw");
            if (end >= 0) {
                data(strippedBefore(source.substring(at, i), '%', sign));
                closed(end, source.charAt(end - 3));
                return true;
            }
        }
        throw Failures.syntax(line, "a raw block without its end");
    }

    /// The place after `word %}`, or -1.
    private int matchWord(int from, String word) {
        var i = from;
        while (i < source.length() && Python.isSpace(source.charAt(i))) {
            i++;
        }
        if (!source.startsWith(word, i)) {
            return -1;
        }
        i += word.length();
        while (i < source.length() && Python.isSpace(source.charAt(i))) {
            i++;
        }
        if (i < source.length() && (source.charAt(i) == '-' || source.charAt(i) == '+')) {
            i++;
        }
        return source.startsWith("%}", i) ? i + 2 : -1;
    }

    private void tag(Kind begin, Kind end, String close) {
        tokens.add(new Token(begin, close, line));
        var nesting = 0;
        while (true) {
            skipSpace();
            if (at >= source.length()) {
                throw Failures.syntax(line, "a tag without its end");
            }
            var sign = source.charAt(at);
            var signed = sign == '-' || (sign == '+' && end == Kind.BLOCK_END);
            if (nesting == 0
                    && (source.startsWith(close, at)
                            || signed && source.startsWith(close, at + 1))) {
                tokens.add(new Token(end, close, line));
                var after = at + (signed ? 3 : 2);
                if (end == Kind.BLOCK_END) {
                    closed(after, sign);
                } else {
                    move(after);
                    if (sign == '-') {
                        skipSpace();
                    }
                }
                return;
            }
            var before = tokens.size();
            expressionToken();
            var token = tokens.get(before);
            if (token.kind() == Kind.OPERATOR) {
                nesting += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
            }
        }
    }

    private void expressionToken() {
        var c = source.charAt(at);
        if (c == '"' || c == '\'') {
            string(c);
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            var end = at + 1;
            while (end < source.length()
                    && (Character.isLetterOrDigit(source.charAt(end))
                            || source.charAt(end) == '_')) {
                end++;
            }
            add(Kind.NAME, source.substring(at, end), end);
        } else {
            for (var operator : OPERATORS) {
                if (source.startsWith(operator, at)) {
                    add(Kind.OPERATOR, operator, at + operator.length());
                    return;
                }
            }
            throw Failures.syntax(line, "the character '" + c + "' is not understood");
        }
    }

    private void number() {
        var end = digits(at);
        var real = false;
        if (end + 1 < source.length() && source.charAt(end) == '.' && isDigit(end + 1)) {
            real = true;
            end = digits(end + 1);
        }
        if (end < source.length() && (source.charAt(end) == 'e' || source.charAt(end) == 'E')) {
            var exponent = end + 1;
            if (exponent < source.length() && "+-".indexOf(source.charAt(exponent)) >= 0) {
                exponent++;
            }
            if (exponent < source.length() && isDigit(exponent)) {
                real = true;
                end = digits(exponent);
            }
        }
        var text = source.substring(at, end).replace("_", "");
        add(real ? Kind.REAL : Kind.WHOLE, text, end);
    }

    private int digits(int from) {
        var end = from;
        while (end < source.length() && (isDigit(end) || source.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int index) {
        return source.charAt(index) >= '0' && source.charAt(index) <= '9';
    }

    private void string(char quote) {
        var text = new StringBuilder();
        var i = at + 1;
        while (i < source.length() && source.charAt(i) != quote) {
            if (source.charAt(i) == '\\') {
                i = Escapes.read(source, i, text, line);
            } else {
                text.append(source.charAt(i++));
            }
        }
        if (i >= source.length()) {
            throw Failures.syntax(line, "a text without its closing quote");
        }
        add(Kind.STRING, text.toString(), i + 1);
    }

    private void add(Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, line));
        move(end);
    }

    private void skipSpace() {
        var end = at;
        while (end < source.length() && Python.isSpace(source.charAt(end))) {
            end++;
        }
        if (end > at) {
            move(end);
        }
    }

    private void move(int to) {
        for (var i = at; i < to; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        atLineStart = to > 0 && source.charAt(to - 1) == '\n';
        at = to;
    }
}
