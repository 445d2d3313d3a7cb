package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// A line that defines a concept: `@concept name (domain) = {"words", /regex/}`; the domain may be
/// left out, the braces may be empty.
///
/// @param domain empty when none is given
public record ConceptLine(String name, String domain, List<Pattern> patterns) {
    static final String KEYWORD = "concept";
    private static final int MOST_PATTERNS = 2_000;

    public ConceptLine {
        patterns = List.copyOf(patterns);
    }

    public static boolean starts(String line) {
        return line.stripLeading().startsWith("@" + KEYWORD + " ");
    }

    /// @throws RuleSyntaxException with positions in the line
    public static ConceptLine parse(String line) throws RuleSyntaxException {
        TokenCursor cursor = new TokenCursor(Lexer.tokens(line));
        Token keyword = cursor.next();
        if (keyword.kind() != Kind.CONCEPT || !keyword.text().equals(KEYWORD)) {
            throw new RuleSyntaxException(
                    keyword.start(), keyword.end(), "expected @concept", List.of("@concept"));
        }
        Token name = cursor.peek();
        if (name.kind() != Kind.WORD) {
            throw cursor.fault("expected the concept's name, found " + name.shown(), "a name");
        }
        cursor.next();
        String domain = domain(cursor);
        Token equals = cursor.peek();
        if (equals.kind() != Kind.RELATION || !equals.text().equals("=")) {
            throw cursor.fault("expected =, found " + equals.shown(), "=");
        }
        cursor.next();
        cursor.expectSign("{");
        List<Pattern> patterns = patterns(cursor);
        cursor.expectSign("}");
        if (cursor.peek().kind() != Kind.END) {
            throw cursor.fault("nothing may follow the braces");
        }
        RuleParser.build(
                name.start(), name.end(), () -> new Pattern.Concept(name.text()));
        return new ConceptLine(name.text(), domain, patterns);
    }

    private static String domain(TokenCursor cursor) throws RuleSyntaxException {
        if (!cursor.peek().isSign("(")) {
            return "";
        }
        cursor.next();
        Token domain = cursor.peek();
        if (domain.kind() != Kind.WORD) {
            throw cursor.fault("expected a domain, found " + domain.shown(), "a name");
        }
        cursor.next();
        cursor.expectSign(")");
        return domain.text();
    }

    private static List<Pattern> patterns(TokenCursor cursor) throws RuleSyntaxException {
        List<Pattern> patterns = new ArrayList<>();
        while (!cursor.peek().isSign("}")) {
            Token token = cursor.peek();
            if (patterns.size() == MOST_PATTERNS) {
                throw cursor.fault("a concept has at most " + MOST_PATTERNS + " patterns");
            }
            if (token.kind() != Kind.STRING && token.kind() != Kind.REGEX) {
                throw cursor.fault(
                        "expected words in quotes or a /regex/, found " + token.shown(),
                        "\"words\"",
                        "/regex/");
            }
            cursor.next();
            patterns.add(
                    RuleParser.build(
                            token.start(),
                            token.end(),
                            () ->
                                    token.kind() == Kind.STRING
                                            ? new Pattern.Literal(token.text())
                                            : new Pattern.Regex(token.text())));
            if (!cursor.peek().isSign("}")) {
                cursor.expectSign(",");
            }
        }
        return patterns;
    }

    /// The line in its canonical spelling.
    public String print() {
        StringBuilder out = new StringBuilder("@concept ").append(name);
        if (!domain.isEmpty()) {
            out.append(" (").append(domain).append(")");
        }
        return out.append(" = {")
                .append(String.join(", ", patterns.stream().map(RulePrinter::print).toList()))
                .append("}")
                .toString();
    }
}
