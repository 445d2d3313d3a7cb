package dev.whetstone.engine.jinja;

import java.util.ArrayList;
import java.util.List;

/// Runs a template's nodes.
final class Interpreter {
    /// Whether the statements after this one still run.
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Budget budget = new Budget();
    private final Evaluator evaluator = new Evaluator(budget);
    private final List<Template.Span> generated = new ArrayList<>();
    private StringBuilder out = new StringBuilder();
    private int captures;
    private long loopDepth = -1;

    Template.Rendering run(List<Node> nodes, Scope scope) {
        run(nodes, scope, Flow.ON);
        return new Template.Rendering(out.toString(), List.copyOf(generated));
    }

    private Flow run(List<Node> nodes, Scope scope, Flow flow) {
        for (var node : nodes) {
            flow = run(node, scope);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return flow;
    }

    private Flow run(Node node, Scope scope) {
        budget.step();
        switch (node) {
            case Node.Text(var text) -> write(text);
            case Node.Output(var expr) -> write(Python.str(evaluator.value(expr, scope)));
            case Node.If condition -> {
                return runIf(condition, scope);
            }
            case Node.For loop -> {
                return runFor(loop, scope);
            }
            case Node.Set(var targets, var expr) ->
                    assign(targets, evaluator.value(expr, scope), scope);
            case Node.SetAttribute(var namespace, var name, var expr) -> {
                if (!(scope.get(namespace) instanceof Namespace target)) {
                    throw Failures.render("'" + namespace + "' is not a namespace");
                }
                target.set(name, evaluator.value(expr, scope));
            }
            case Node.SetBlock block -> {
                var value = Value.of(captured(block.body(), new Scope(scope)));
                for (var filter : block.filters()) {
                    value =
                            evaluator.value(
                                    new Expr.Filter(
                                            new Expr.Literal(value),
                                            filter.name(),
                                            filter.passed()),
                                    scope);
                }
                scope.set(block.target(), value);
            }
            case Node.Macro macro -> scope.set(macro.name(), macro(macro, scope));
            case Node.Generation(var body) -> {
                return runGeneration(body, scope);
            }
            case Node.Break end -> {
                return Flow.BREAK;
            }
            case Node.Continue next -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.ON;
    }

    private Flow runIf(Node.If node, Scope scope) {
        for (var branch : node.branches()) {
            if (evaluator.isTrue(branch.condition(), scope)) {
                return run(branch.body(), scope, Flow.ON);
            }
        }
        return run(node.otherwise(), scope, Flow.ON);
    }

    private Flow runFor(Node.For node, Scope scope) {
        var items = new ArrayList<Value>();
        for (var item : Operators.iterate(evaluator.value(node.iterable(), scope))) {
            if (node.condition() != null) {
                var inner = new Scope(scope);
                assign(node.targets(), item, inner);
                if (!evaluator.isTrue(node.condition(), inner)) {
                    continue;
                }
            }
            items.add(item);
        }
        loopDepth++;
        for (var i = 0; i < items.size(); i++) {
            var inner = new Scope(scope);
            inner.set("loop", new Loop(items, i, loopDepth));
            assign(node.targets(), items.get(i), inner);
            if (run(node.body(), inner, Flow.ON) == Flow.BREAK) {
                break;
            }
        }
        loopDepth--;
        return items.isEmpty() ? run(node.otherwise(), new Scope(scope), Flow.ON) : Flow.ON;
    }

    private static void assign(List<String> targets, Value value, Scope scope) {
        if (targets.size() == 1) {
            scope.set(targets.getFirst(), value);
            return;
        }
        var parts = Operators.iterate(Operators.defined(value));
        if (parts.size() != targets.size()) {
            throw Failures.render(
                    parts.size() + " values for the " + targets.size() + " names " + targets);
        }
        for (var i = 0; i < parts.size(); i++) {
            scope.set(targets.get(i), parts.get(i));
        }
    }

    private Value.Callable macro(Node.Macro macro, Scope definedIn) {
        return arguments -> {
            var names =
                    macro.parameters().stream().map(Node.Parameter::name).toArray(String[]::new);
            arguments.atMost(macro.name(), names.length, names);
            var scope = new Scope(definedIn);
            for (var i = 0; i < names.length; i++) {
                var parameter = macro.parameters().get(i);
                Value otherwise =
                        parameter.otherwise() == null
                                ? new Value.Undefined("the parameter '" + names[i] + "'")
                                : evaluator.value(parameter.otherwise(), scope);
                scope.set(names[i], arguments.get(i, names[i], otherwise));
            }
            return Value.of(captured(macro.body(), scope));
        };
    }

    private String captured(List<Node> body, Scope scope) {
        var outer = out;
        out = new StringBuilder();
        captures++;
        try {
            run(body, scope, Flow.ON);
            return out.toString();
        } finally {
            captures--;
            out = outer;
        }
    }

    private Flow runGeneration(List<Node> body, Scope scope) {
        if (captures > 0) {
            throw Failures.render("a generation block inside a macro or a set block");
        }
        var from = out.length();
        var flow = run(body, scope, Flow.ON);
        generated.add(new Template.Span(from, out.length()));
        return flow;
    }

    private void write(String text) {
        Budget.checkLength((long) out.length() + text.length());
        out.append(text);
    }
}
