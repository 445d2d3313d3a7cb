package dev.whetstone.engine.jinja;

import dev.whetstone.engine.jinja.Token.Kind;
import java.util.List;

/// Reads tokens from left to right.
final class Tokens {
    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private int at;
    private int depth;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        var token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean isName(String name) {
        return peek().is(Kind.NAME, name);
    }

    boolean isOperator(String operator) {
        return peek().is(Kind.OPERATOR, operator);
    }

    boolean skipName(String name) {
        return skip(isName(name));
    }

    boolean skipOperator(String operator) {
        return skip(isOperator(operator));
    }

    private boolean skip(boolean found) {
        if (found) {
            at++;
        }
        return found;
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    String name() {
        if (peek().kind() != Kind.NAME) {
            throw unexpected("a name");
        }
        return next().text();
    }

    void expect(Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected(kind == Kind.BLOCK_END ? "'%}'" : "'}}'");
        }
        at++;
    }

    /// Goes one level deeper in the grammar; nesting is limited.
    void deeper() {
        if (++depth > DEEPEST) {
            throw Failures.limit("nested deeper than " + DEEPEST);
        }
    }

    void back() {
        depth--;
    }

    dev.whetstone.engine.control.RuntimeFailure unexpected(String wanted) {
        return Failures.syntax(peek().line(), "expected " + wanted + ", found " + peek().shown());
    }
}
