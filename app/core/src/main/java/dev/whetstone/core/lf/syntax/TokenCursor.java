package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.syntax.Token.Kind;
import java.util.List;

/// A place in a list of tokens.
final class TokenCursor {
    private final List<Token> tokens;
    private int at;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    /// Where the token before this place ends; 0 at the start.
    int lastEnd() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    void expectSign(String sign) throws RuleSyntaxException {
        if (!peek().isSign(sign)) {
            throw fault("expected " + sign + ", found " + peek().shown(), sign);
        }
        next();
    }

    void expectWord(String word) throws RuleSyntaxException {
        if (!peek().isWord(word)) {
            throw fault("expected " + word + ", found " + peek().shown(), word);
        }
        next();
    }

    void expectEnd(String wanted) throws RuleSyntaxException {
        if (peek().kind() != Kind.END) {
            throw fault("expected " + wanted + ", found " + peek().shown(), "and", "or");
        }
    }

    /// A fault at the current token.
    RuleSyntaxException fault(String message, String... expected) {
        return new RuleSyntaxException(peek().start(), peek().end(), message, List.of(expected));
    }
}
