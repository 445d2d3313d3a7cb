package dev.whetstone.engine.jinja;

import dev.whetstone.engine.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Jinja2's statements, as far as chat templates use them.
final class TemplateParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private int loops;

    private TemplateParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    static List<Node> parse(String template) {
        var parser = new TemplateParser(new Tokens(Lexer.tokens(template)));
        return parser.nodes(Set.of());
    }

    /// Up to a block whose name is one of `ends`, which is left to be read.
    private List<Node> nodes(Set<String> ends) {
        tokens.deeper();
        var nodes = new ArrayList<Node>();
        while (true) {
            switch (tokens.peek().kind()) {
                case DATA -> nodes.add(new Node.Text(tokens.next().text()));
                case VARIABLE_BEGIN -> {
                    tokens.next();
                    nodes.add(new Node.Output(expressions.tuple()));
                    tokens.expect(Kind.VARIABLE_END);
                }
                case BLOCK_BEGIN -> {
                    if (ends.contains(tokens.peekSecond().text())) {
                        tokens.back();
                        return List.copyOf(nodes);
                    }
                    tokens.next();
                    nodes.add(statement());
                }
                case END -> {
                    if (!ends.isEmpty()) {
                        throw tokens.unexpected(
                                "one of the blocks " + ends.stream().sorted().toList());
                    }
                    tokens.back();
                    return List.copyOf(nodes);
                }
                default -> throw tokens.unexpected("text or a tag");
            }
        }
    }

    private Node statement() {
        var line = tokens.peek().line();
        var keyword = tokens.name();
        return switch (keyword) {
            case "if" -> ifStatement();
            case "for" -> forStatement();
            case "set" -> set();
            case "macro" -> macro();
            case "generation" -> new Node.Generation(bodyUntil("endgeneration"));
            case "break", "continue" -> {
                if (loops == 0) {
                    throw Failures.syntax(line, "'" + keyword + "' outside a loop");
                }
                tokens.expect(Kind.BLOCK_END);
                yield keyword.equals("break") ? new Node.Break() : new Node.Continue();
            }
            default -> throw Failures.syntax(line, "the block '" + keyword + "' is not supported");
        };
    }

    /// From the end of the opening tag to the end of the closing one.
    private List<Node> bodyUntil(String end) {
        tokens.expect(Kind.BLOCK_END);
        var body = nodes(Set.of(end));
        tokens.next();
        tokens.expectName(end);
        tokens.expect(Kind.BLOCK_END);
        return body;
    }

    private Node ifStatement() {
        var branches = new ArrayList<Node.Branch>();
        List<Node> otherwise = List.of();
        var condition = expressions.tupleWithoutConditional();
        while (true) {
            tokens.expect(Kind.BLOCK_END);
            branches.add(new Node.Branch(condition, nodes(Set.of("elif", "else", "endif"))));
            tokens.next();
            if (!tokens.skipName("elif")) {
                break;
            }
            condition = expressions.tupleWithoutConditional();
        }
        if (tokens.skipName("else")) {
            otherwise = bodyUntil("endif");
        } else {
            tokens.expectName("endif");
            tokens.expect(Kind.BLOCK_END);
        }
        return new Node.If(List.copyOf(branches), otherwise);
    }

    private Node forStatement() {
        var targets = targets();
        tokens.expectName("in");
        var iterable = expressions.tupleWithoutConditional();
        var condition = tokens.skipName("if") ? expressions.expression() : null;
        if (tokens.isName("recursive")) {
            throw Failures.syntax(tokens.peek().line(), "recursive loops are not supported");
        }
        tokens.expect(Kind.BLOCK_END);
        loops++;
        var body = nodes(Set.of("else", "endfor"));
        loops--;
        tokens.next();
        List<Node> otherwise = List.of();
        if (tokens.skipName("else")) {
            otherwise = bodyUntil("endfor");
        } else {
            tokens.expectName("endfor");
            tokens.expect(Kind.BLOCK_END);
        }
        return new Node.For(targets, iterable, condition, body, otherwise);
    }

    private List<String> targets() {
        var bracket = tokens.skipOperator("(");
        var targets = new ArrayList<String>();
        do {
            targets.add(target());
        } while (tokens.skipOperator(","));
        if (bracket) {
            tokens.expectOperator(")");
        }
        return List.copyOf(targets);
    }

    private String target() {
        var line = tokens.peek().line();
        var name = tokens.name();
        if (Set.of("true", "false", "none", "True", "False", "None").contains(name)) {
            throw Failures.syntax(line, "'" + name + "' cannot be set");
        }
        return name;
    }

    private Node set() {
        var targets = targets();
        if (targets.size() == 1 && tokens.skipOperator(".")) {
            var name = tokens.name();
            tokens.expectOperator("=");
            return finish(new Node.SetAttribute(targets.getFirst(), name, expressions.tuple()));
        }
        if (tokens.skipOperator("=")) {
            return finish(new Node.Set(targets, expressions.tuple()));
        }
        if (targets.size() > 1) {
            throw tokens.unexpected("'='");
        }
        var filters = new ArrayList<Expr.Filter>();
        while (tokens.isOperator("|")) {
            filters.add(expressions.filter(new Expr.Literal(Value.Constants.NONE)));
        }
        return new Node.SetBlock(targets.getFirst(), List.copyOf(filters), bodyUntil("endset"));
    }

    private Node finish(Node node) {
        tokens.expect(Kind.BLOCK_END);
        return node;
    }

    private Node macro() {
        var name = tokens.name();
        var parameters = new ArrayList<Node.Parameter>();
        tokens.expectOperator("(");
        while (!tokens.skipOperator(")")) {
            var parameter = target();
            parameters.add(
                    new Node.Parameter(
                            parameter, tokens.skipOperator("=") ? expressions.expression() : null));
            if (!tokens.isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        var outer = loops;
        loops = 0;
        var body = bodyUntil("endmacro");
        loops = outer;
        return new Node.Macro(name, List.copyOf(parameters), body);
    }
}
