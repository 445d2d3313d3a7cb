package dev.whetstone.engine.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evaluates expressions.
final class Evaluator {
    private final Budget budget;

    Evaluator(Budget budget) {
        this.budget = budget;
    }

    Value value(Expr expr, Scope scope) {
        budget.step();
        return switch (expr) {
            case Expr.Literal(var value) -> value;
            case Expr.Name(var name) -> scope.get(name);
            case Expr.Attribute(var target, var name) ->
                    Members.attribute(value(target, scope), name);
            case Expr.Index(var target, var key) ->
                    Members.item(value(target, scope), value(key, scope));
            case Expr.Slice(var target, var from, var to, var step) ->
                    Members.slice(
                            value(target, scope),
                            optional(from, scope),
                            optional(to, scope),
                            optional(step, scope));
            case Expr.Call(var target, var passed) -> call(target, passed, scope);
            case Expr.Filter(var target, var name, var passed) ->
                    Filters.apply(name, value(target, scope), arguments(passed, scope));
            case Expr.Test(var target, var name, var passed) ->
                    Value.of(Tests.apply(name, value(target, scope), arguments(passed, scope)));
            case Expr.Not(var operand) -> Value.of(!isTrue(operand, scope));
            case Expr.Sign(var negative, var operand) ->
                    sign(negative, Operators.defined(value(operand, scope)));
            case Expr.Binary(var operator, var left, var right) ->
                    Operators.apply(operator, value(left, scope), value(right, scope));
            case Expr.And(var left, var right) -> {
                var first = value(left, scope);
                yield Operators.isTrue(first) ? value(right, scope) : first;
            }
            case Expr.Or(var left, var right) -> {
                var first = value(left, scope);
                yield Operators.isTrue(first) ? first : value(right, scope);
            }
            case Expr.Compare(var first, var links) -> compare(first, links, scope);
            case Expr.Conditional(var then, var condition, var otherwise) ->
                    isTrue(condition, scope)
                            ? value(then, scope)
                            : otherwise == null
                                    ? new Value.Undefined("the value of an 'if' without 'else'")
                                    : value(otherwise, scope);
            case Expr.ListOf(var items) -> new Value.Items(values(items, scope));
            case Expr.TupleOf(var items) -> new Value.Tuple(values(items, scope));
            case Expr.MappingOf(var entries) -> {
                var mapping = new LinkedHashMap<Value, Value>();
                for (var entry : entries) {
                    mapping.put(value(entry.key(), scope), value(entry.value(), scope));
                }
                yield new Value.Mapping(mapping);
            }
        };
    }

    boolean isTrue(Expr expr, Scope scope) {
        return Operators.isTrue(value(expr, scope));
    }

    private @Nullable Value optional(@Nullable Expr expr, Scope scope) {
        return expr == null ? null : value(expr, scope);
    }

    private List<Value> values(List<Expr> exprs, Scope scope) {
        var values = new ArrayList<Value>(exprs.size());
        for (var expr : exprs) {
            values.add(value(expr, scope));
        }
        return values;
    }

    private Value.Arguments arguments(Expr.Passed passed, Scope scope) {
        var named = new LinkedHashMap<String, Value>();
        var positional = values(passed.positional(), scope);
        passed.named().forEach((name, expr) -> named.put(name, value(expr, scope)));
        return new Value.Arguments(positional, named);
    }

    private Value call(Expr target, Expr.Passed passed, Scope scope) {
        var function = Operators.defined(value(target, scope));
        if (!(function instanceof Value.Callable callable)) {
            throw Failures.render(Operators.kind(function) + " cannot be called");
        }
        var arguments = arguments(passed, scope);
        budget.enter();
        try {
            return callable.call(arguments);
        } finally {
            budget.leave();
        }
    }

    private static Value sign(boolean negative, Value value) {
        if (value instanceof Value.Real(var real)) {
            return negative ? new Value.Real(-real) : value;
        }
        var whole = Operators.whole(value);
        return Value.of(negative ? Math.negateExact(whole) : whole);
    }

    private Value compare(Expr first, List<Expr.Link> links, Scope scope) {
        var left = value(first, scope);
        for (var link : links) {
            var right = value(link.right(), scope);
            if (!holds(link.comparison(), left, right)) {
                return Value.Constants.FALSE;
            }
            left = right;
        }
        return Value.Constants.TRUE;
    }

    private static boolean holds(Expr.Comparison comparison, Value left, Value right) {
        return switch (comparison) {
            case EQUAL -> Operators.equal(left, right);
            case NOT_EQUAL -> !Operators.equal(left, right);
            case IN -> Operators.contains(right, left);
            case NOT_IN -> !Operators.contains(right, left);
            case LESS -> order(left, right) < 0;
            case AT_MOST -> order(left, right) <= 0;
            case GREATER -> order(left, right) > 0;
            case AT_LEAST -> order(left, right) >= 0;
        };
    }

    private static int order(Value left, Value right) {
        return Operators.compare(Operators.defined(left), Operators.defined(right));
    }
}
