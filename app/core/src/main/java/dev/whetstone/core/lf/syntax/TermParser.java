package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Type;
import dev.whetstone.core.lf.syntax.Token.Kind;
import dev.whetstone.core.text.Language;
import java.util.ArrayList;
import java.util.List;

/// Reads conditions and numbers, by descending through the operators from the loosest to the
/// tightest: or, and, not, comparison, product.
final class TermParser {
    private static final int MAX_DEPTH = 60;

    /// A term and where it stands.
    private record Node(Arg term, int start, int end) {}

    private final TokenCursor cursor;
    private final ArgParser args;
    private int depth;

    TermParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.args = new ArgParser(cursor, this);
    }

    Bool condition() throws RuleSyntaxException {
        return bool(alternatives());
    }

    Num number() throws RuleSyntaxException {
        return num(product());
    }

    private Node alternatives() throws RuleSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw cursor.fault("the rule is nested too deeply");
        }
        Node first = conjunction();
        if (cursor.peek().isWord("or")) {
            List<Bool> operands = new ArrayList<>(List.of(bool(first)));
            while (cursor.peek().isWord("or")) {
                cursor.next();
                operands.add(bool(conjunction()));
            }
            first = node(new Bool.Or(operands), first.start());
        }
        depth--;
        return first;
    }

    private Node conjunction() throws RuleSyntaxException {
        Node first = negation();
        if (cursor.peek().isWord("and")) {
            List<Bool> operands = new ArrayList<>(List.of(bool(first)));
            while (cursor.peek().isWord("and")) {
                cursor.next();
                operands.add(bool(negation()));
            }
            first = node(new Bool.And(operands), first.start());
        }
        return first;
    }

    private Node negation() throws RuleSyntaxException {
        if (!cursor.peek().isWord("not")) {
            return comparison();
        }
        if (++depth > MAX_DEPTH) {
            throw cursor.fault("the rule is nested too deeply");
        }
        int start = cursor.next().start();
        Node operand = negation();
        depth--;
        return node(new Bool.Not(bool(operand)), start);
    }

    private Node comparison() throws RuleSyntaxException {
        Node left = product();
        if (cursor.peek().kind() != Kind.RELATION) {
            return left;
        }
        Token sign = cursor.next();
        Relation relation = Relation.of(sign.text()).orElseThrow();
        Node right = product();
        if (left.term().type() == Type.LANG) {
            Lang leftLang = (Lang) left.term();
            Lang rightLang = lang(right);
            return node(
                    RuleParser.build(
                            sign.start(),
                            sign.end(),
                            () -> new Bool.CompareLang(leftLang, relation, rightLang)),
                    left.start());
        }
        return node(new Bool.Compare(num(left), relation, num(right)), left.start());
    }

    private Node product() throws RuleSyntaxException {
        Node left = primary();
        while (cursor.peek().isSign("*") || cursor.peek().isSign("/")) {
            boolean times = cursor.next().isSign("*");
            Num first = num(left);
            Num second = num(primary());
            left =
                    node(
                            times
                                    ? new Num.Product(first, second)
                                    : new Num.Quotient(first, second),
                            left.start());
        }
        return left;
    }

    private Node primary() throws RuleSyntaxException {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case NUMBER -> constant("");
            case SLOT -> {
                cursor.next();
                yield node(
                        RuleParser.build(
                                token.start(), token.end(), () -> new Num.Slot(token.text())),
                        token.start());
            }
            case SIGN -> {
                if (token.isSign("-")) {
                    cursor.next();
                    yield constant("-");
                }
                if (!token.isSign("(")) {
                    throw notATerm();
                }
                cursor.next();
                Node inner = alternatives();
                cursor.expectSign(")");
                yield new Node(inner.term(), token.start(), cursor.lastEnd());
            }
            case WORD -> named(token);
            default -> throw notATerm();
        };
    }

    private Node named(Token token) throws RuleSyntaxException {
        if (cursor.peekSecond().isSign("(")) {
            return node(call(Type.NUM), token.start());
        }
        var language = Language.of(token.text());
        if (language.isEmpty()) {
            throw notATerm();
        }
        cursor.next();
        return node(new Lang.Code(language.get()), token.start());
    }

    private Node constant(String sign) throws RuleSyntaxException {
        Token token = cursor.peek();
        if (token.kind() != Kind.NUMBER) {
            throw cursor.fault("expected a number, found " + token.shown(), "a number");
        }
        cursor.next();
        double value = Double.parseDouble(sign + token.text());
        return node(
                RuleParser.build(
                        token.start() - sign.length(), token.end(), () -> new Num.Constant(value)),
                token.start() - sign.length());
    }

    /// Reads a call at the current name.
    ///
    /// @param wanted decides between functions of one name
    Call call(Type wanted) throws RuleSyntaxException {
        Token name = cursor.peek();
        var function = Function.of(name.text(), wanted);
        if (function.isEmpty()) {
            throw new RuleSyntaxException(
                    name.start(),
                    name.end(),
                    "there is no function " + name.shown(),
                    Suggestions.functionsLike(name.text()));
        }
        if (++depth > MAX_DEPTH) {
            throw cursor.fault("the rule is nested too deeply");
        }
        cursor.next();
        cursor.expectSign("(");
        List<Arg> values = args.arguments(function.get());
        cursor.expectSign(")");
        depth--;
        return RuleParser.build(
                name.start(), cursor.lastEnd(), () -> new Call(function.get(), values));
    }

    private Node node(Arg term, int start) {
        return new Node(term, start, cursor.lastEnd());
    }

    private RuleSyntaxException notATerm() {
        return cursor.fault(
                "expected a condition or a number, found " + cursor.peek().shown(),
                "a function",
                "a number",
                "not",
                "(");
    }

    private static Bool bool(Node node) throws RuleSyntaxException {
        return (Bool) typed(node, Type.BOOL);
    }

    private static Num num(Node node) throws RuleSyntaxException {
        return (Num) typed(node, Type.NUM);
    }

    private static Lang lang(Node node) throws RuleSyntaxException {
        return (Lang) typed(node, Type.LANG);
    }

    private static Arg typed(Node node, Type wanted) throws RuleSyntaxException {
        if (node.term().type() != wanted) {
            throw new RuleSyntaxException(
                    node.start(),
                    node.end(),
                    RuleParser.wanted(wanted) + ", found " + node.term().type().english(),
                    List.of(wanted.english()));
        }
        return node.term();
    }
}
