package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts a rule's text into tokens.
final class Lexer {
    static final int MAX_LENGTH = 60_000;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /// The tokens, the last of which is [Kind#END].
    static List<Token> tokens(String text) throws RuleSyntaxException {
        if (text.length() > MAX_LENGTH) {
            throw new RuleSyntaxException(
                    MAX_LENGTH,
                    text.length(),
                    "a rule has at most " + MAX_LENGTH + " characters",
                    List.of());
        }
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() throws RuleSyntaxException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isLetter(c)) {
                name(Kind.WORD, at);
            } else if (isDigit(c)) {
                number();
            } else if (c == '"' || c == '“' || c == '”') {
                string();
            } else if (c == '@') {
                sigil(Kind.CONCEPT, "a concept's name");
            } else if (c == '?') {
                sigil(Kind.SLOT, "a slot's name");
            } else if (c == '#') {
                sigil(Kind.DETECTOR, "a detector's name");
            } else if (c == '/' && regexMayStart()) {
                regex();
            } else {
                sign(c);
            }
        }
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(Kind kind, String value, int start) {
        tokens.add(new Token(kind, value, start, at));
    }

    private void name(Kind kind, int start) {
        int from = at;
        while (at < text.length()
                && (isLetter(text.charAt(at))
                        || isDigit(text.charAt(at))
                        || text.charAt(at) == '_')) {
            at++;
        }
        add(kind, text.substring(from, at), start);
    }

    private void sigil(Kind kind, String wanted) throws RuleSyntaxException {
        int start = at++;
        if (at >= text.length() || !isLetter(text.charAt(at))) {
            throw new RuleSyntaxException(
                    start, at, "a name follows " + text.charAt(start), List.of(wanted));
        }
        name(kind, start);
    }

    private void number() throws RuleSyntaxException {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }
        if (at < text.length() && isLetter(text.charAt(at))) {
            throw new RuleSyntaxException(
                    start, at + 1, "a letter directly after a number", List.of());
        }
        add(Kind.NUMBER, text.substring(start, at), start);
    }

    private void string() throws RuleSyntaxException {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' || c == '”') {
                add(Kind.STRING, value.toString(), start);
                return;
            }
            if (c == '\\'
                    && at < text.length()
                    && (text.charAt(at) == '"'
                            || text.charAt(at) == '\\'
                            || text.charAt(at) == '”')) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        throw new RuleSyntaxException(
                start, text.length(), "the quotation is not closed", List.of("\""));
    }

    /// A slash starts an expression only where an argument may stand; elsewhere it divides.
    private boolean regexMayStart() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.getLast();
        return last.isSign("(") || last.isSign(",") || last.isSign("{");
    }

    private void regex() throws RuleSyntaxException {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '/') {
                add(Kind.REGEX, value.toString(), start);
                return;
            }
            if (c == '\\' && at < text.length()) {
                char next = text.charAt(at++);
                if (next != '/') {
                    value.append(c);
                }
                value.append(next);
            } else {
                value.append(c);
            }
        }
        throw new RuleSyntaxException(
                start, text.length(), "the regular expression is not closed", List.of("/"));
    }

    private void sign(char c) throws RuleSyntaxException {
        int start = at++;
        boolean equalFollows = at < text.length() && text.charAt(at) == '=';
        switch (c) {
            case '(', ')', '{', '}', ',', '*', '/', '%', '-' ->
                    add(Kind.SIGN, String.valueOf(c), start);
            case '<', '>' -> {
                at += equalFollows ? 1 : 0;
                add(Kind.RELATION, equalFollows ? c + "=" : String.valueOf(c), start);
            }
            case '=' -> {
                at += equalFollows ? 1 : 0;
                add(Kind.RELATION, "=", start);
            }
            case '≤' -> add(Kind.RELATION, "<=", start);
            case '≥' -> add(Kind.RELATION, ">=", start);
            case '≠' -> add(Kind.RELATION, "!=", start);
            case '!' -> {
                if (!equalFollows) {
                    throw unexpected(c, start);
                }
                at++;
                add(Kind.RELATION, "!=", start);
            }
            default -> throw unexpected(c, start);
        }
    }

    private static RuleSyntaxException unexpected(char c, int start) {
        return new RuleSyntaxException(
                start, start + 1, "\"" + c + "\" has no meaning here", List.of());
    }
}
