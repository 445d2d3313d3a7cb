package dev.whetstone.engine.jinja;

import dev.whetstone.engine.jinja.Expr.Comparison;
import dev.whetstone.engine.jinja.Expr.Operator;
import dev.whetstone.engine.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Jinja2's expression grammar with its precedence.
final class ExpressionParser {
    private static final Map<String, Comparison> COMPARISONS =
            Map.of(
                    "==", Comparison.EQUAL,
                    "!=", Comparison.NOT_EQUAL,
                    "<", Comparison.LESS,
                    "<=", Comparison.AT_MOST,
                    ">", Comparison.GREATER,
                    ">=", Comparison.AT_LEAST);
    private static final Map<String, Operator> PRODUCTS =
            Map.of(
                    "*", Operator.MULTIPLY,
                    "/", Operator.DIVIDE,
                    "//", Operator.FLOOR_DIVIDE,
                    "%", Operator.MODULO);
    private static final Set<String> NO_ARGUMENT =
            Set.of("else", "or", "and", "if", "is", "in", "not");

    private final Tokens tokens;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /// An expression, or several with commas between, which are a tuple.
    Expr tuple() {
        return orTuple(expression());
    }

    /// As [#tuple], where a following `if` belongs to the statement.
    Expr tupleWithoutConditional() {
        return orTuple(or());
    }

    private Expr orTuple(Expr first) {
        if (!tokens.isOperator(",")) {
            return first;
        }
        var items = new ArrayList<>(List.of(first));
        while (tokens.skipOperator(",")) {
            if (tokens.peek().kind() == Kind.BLOCK_END
                    || tokens.peek().kind() == Kind.VARIABLE_END
                    || tokens.isOperator(")")) {
                break;
            }
            items.add(expression());
        }
        return new Expr.TupleOf(List.copyOf(items));
    }

    Expr expression() {
        tokens.deeper();
        var value = or();
        while (tokens.skipName("if")) {
            var condition = or();
            value =
                    new Expr.Conditional(
                            value, condition, tokens.skipName("else") ? expression() : null);
        }
        tokens.back();
        return value;
    }

    Expr or() {
        var left = and();
        while (tokens.skipName("or")) {
            left = new Expr.Or(left, and());
        }
        return left;
    }

    private Expr and() {
        var left = not();
        while (tokens.skipName("and")) {
            left = new Expr.And(left, not());
        }
        return left;
    }

    private Expr not() {
        if (!tokens.skipName("not")) {
            return comparison();
        }
        tokens.deeper();
        var operand = not();
        tokens.back();
        return new Expr.Not(operand);
    }

    private Expr comparison() {
        var first = sum();
        var links = new ArrayList<Expr.Link>();
        while (true) {
            var comparison =
                    tokens.peek().kind() == Kind.OPERATOR
                            ? COMPARISONS.get(tokens.peek().text())
                            : null;
            if (comparison != null) {
                tokens.next();
                links.add(new Expr.Link(comparison, sum()));
            } else if (tokens.skipName("in")) {
                links.add(new Expr.Link(Comparison.IN, sum()));
            } else if (tokens.isName("not") && tokens.peekSecond().is(Kind.NAME, "in")) {
                tokens.next();
                tokens.next();
                links.add(new Expr.Link(Comparison.NOT_IN, sum()));
            } else {
                return links.isEmpty() ? first : new Expr.Compare(first, List.copyOf(links));
            }
        }
    }

    private Expr sum() {
        var left = concatenation();
        while (tokens.isOperator("+") || tokens.isOperator("-")) {
            var operator = tokens.next().text().equals("+") ? Operator.ADD : Operator.SUBTRACT;
            left = new Expr.Binary(operator, left, concatenation());
        }
        return left;
    }

    private Expr concatenation() {
        var left = product();
        while (tokens.skipOperator("~")) {
            left = new Expr.Binary(Operator.CONCATENATE, left, product());
        }
        return left;
    }

    private Expr product() {
        var left = power();
        while (tokens.peek().kind() == Kind.OPERATOR) {
            var operator = PRODUCTS.get(tokens.peek().text());
            if (operator == null) {
                break;
            }
            tokens.next();
            left = new Expr.Binary(operator, left, power());
        }
        return left;
    }

    private Expr power() {
        var left = unary();
        while (tokens.skipOperator("**")) {
            left = new Expr.Binary(Operator.POWER, left, unary());
        }
        return left;
    }

    private Expr unary() {
        return filtered(signed());
    }

    /// A sign binds closer than a filter: `-1 | abs` is `(-1) | abs`.
    private Expr signed() {
        if (tokens.isOperator("-") || tokens.isOperator("+")) {
            var negative = tokens.next().text().equals("-");
            tokens.deeper();
            var operand = signed();
            tokens.back();
            return new Expr.Sign(negative, operand);
        }
        return postfix(primary());
    }

    private Expr primary() {
        var token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> name(tokens.next().text());
            case STRING -> string();
            case WHOLE -> new Expr.Literal(new Value.Whole(whole(tokens.next())));
            case REAL -> new Expr.Literal(new Value.Real(Double.parseDouble(tokens.next().text())));
            case OPERATOR -> bracketed();
            default -> throw tokens.unexpected("an expression");
        };
    }

    private static Expr name(String name) {
        return switch (name) {
            case "true", "True" -> new Expr.Literal(Value.Constants.TRUE);
            case "false", "False" -> new Expr.Literal(Value.Constants.FALSE);
            case "none", "None" -> new Expr.Literal(Value.Constants.NONE);
            default -> new Expr.Name(name);
        };
    }

    private static long whole(Token token) {
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException e) {
            throw Failures.syntax(token.line(), "the number " + token.text() + " is too large");
        }
    }

    private Expr string() {
        var text = new StringBuilder();
        while (tokens.peek().kind() == Kind.STRING) {
            text.append(tokens.next().text());
        }
        return new Expr.Literal(new Value.Text(text.toString()));
    }

    private Expr bracketed() {
        if (tokens.skipOperator("(")) {
            if (tokens.skipOperator(")")) {
                return new Expr.TupleOf(List.of());
            }
            var inside = tuple();
            tokens.expectOperator(")");
            return inside;
        }
        if (tokens.skipOperator("[")) {
            return new Expr.ListOf(items());
        }
        if (tokens.skipOperator("{")) {
            return mapping();
        }
        throw tokens.unexpected("an expression");
    }

    private List<Expr> items() {
        var items = new ArrayList<Expr>();
        while (!tokens.skipOperator("]")) {
            items.add(expression());
            if (!tokens.isOperator("]")) {
                tokens.expectOperator(",");
            }
        }
        return List.copyOf(items);
    }

    private Expr mapping() {
        var entries = new ArrayList<Expr.Entry>();
        while (!tokens.skipOperator("}")) {
            var key = expression();
            tokens.expectOperator(":");
            entries.add(new Expr.Entry(key, expression()));
            if (!tokens.isOperator("}")) {
                tokens.expectOperator(",");
            }
        }
        return new Expr.MappingOf(List.copyOf(entries));
    }

    private Expr postfix(Expr target) {
        while (true) {
            if (tokens.skipOperator(".")) {
                target =
                        tokens.peek().kind() == Kind.WHOLE
                                ? new Expr.Index(
                                        target,
                                        new Expr.Literal(new Value.Whole(whole(tokens.next()))))
                                : new Expr.Attribute(target, tokens.name());
            } else if (tokens.skipOperator("[")) {
                target = subscript(target);
            } else if (tokens.isOperator("(")) {
                target = new Expr.Call(target, passed());
            } else {
                return target;
            }
        }
    }

    private Expr subscript(Expr target) {
        var from = tokens.isOperator(":") ? null : expression();
        if (!tokens.isOperator(":")) {
            tokens.expectOperator("]");
            if (from == null) {
                throw tokens.unexpected("an index");
            }
            return new Expr.Index(target, from);
        }
        tokens.expectOperator(":");
        var to = tokens.isOperator(":") || tokens.isOperator("]") ? null : expression();
        var step = tokens.skipOperator(":") && !tokens.isOperator("]") ? expression() : null;
        tokens.expectOperator("]");
        return new Expr.Slice(target, from, to, step);
    }

    Expr filtered(Expr target) {
        while (true) {
            if (tokens.isOperator("|")) {
                target = filter(target);
            } else if (tokens.skipName("is")) {
                target = test(target);
            } else if (tokens.isOperator("(")) {
                target = new Expr.Call(target, passed());
            } else {
                return target;
            }
        }
    }

    Expr.Filter filter(Expr target) {
        tokens.expectOperator("|");
        var line = tokens.peek().line();
        var name = tokens.name();
        if (!Filters.exists(name)) {
            throw Failures.syntax(line, "the filter '" + name + "' is not known");
        }
        return new Expr.Filter(
                target, name, tokens.isOperator("(") ? passed() : Expr.Passed.NOTHING);
    }

    private Expr test(Expr target) {
        var negated = tokens.skipName("not");
        var line = tokens.peek().line();
        var name = tokens.name();
        if (!Tests.exists(name)) {
            throw Failures.syntax(line, "the test '" + name + "' is not known");
        }
        var passed = Expr.Passed.NOTHING;
        if (tokens.isOperator("(")) {
            passed = passed();
        } else if (startsArgument()) {
            passed = new Expr.Passed(List.of(postfix(primary())), Map.of());
        }
        var test = new Expr.Test(target, name, passed);
        return negated ? new Expr.Not(test) : test;
    }

    private boolean startsArgument() {
        var token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> !NO_ARGUMENT.contains(token.text());
            case STRING, WHOLE, REAL -> true;
            case OPERATOR -> token.text().equals("[") || token.text().equals("{");
            default -> false;
        };
    }

    private Expr.Passed passed() {
        tokens.expectOperator("(");
        var positional = new ArrayList<Expr>();
        var named = new LinkedHashMap<String, Expr>();
        while (!tokens.skipOperator(")")) {
            if (tokens.isOperator("*") || tokens.isOperator("**")) {
                throw Failures.syntax(tokens.peek().line(), "spread arguments are not supported");
            }
            if (tokens.peek().kind() == Kind.NAME && tokens.peekSecond().is(Kind.OPERATOR, "=")) {
                var name = tokens.name();
                tokens.expectOperator("=");
                named.put(name, expression());
            } else if (named.isEmpty()) {
                positional.add(expression());
            } else {
                throw Failures.syntax(
                        tokens.peek().line(), "an argument by place after one by name");
            }
            if (!tokens.isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        return new Expr.Passed(List.copyOf(positional), named);
    }
}
