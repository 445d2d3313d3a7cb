package dev.whetstone.engine.jinja;

import java.util.ArrayList;
import java.util.List;

/// Python's truth, equality, order and arithmetic.
final class Operators {
    private Operators() {}

    static boolean isTrue(Value value) {
        return switch (value) {
            case Value.Text(var text) -> !text.isEmpty();
            case Value.Whole(var whole) -> whole != 0;
            case Value.Real(var real) -> real != 0;
            case Value.Truth(var truth) -> truth;
            case Value.None none -> false;
            case Value.Undefined undefined -> false;
            case Value.Items(var items) -> !items.isEmpty();
            case Value.Tuple(var items) -> !items.isEmpty();
            case Value.Mapping(var entries) -> !entries.isEmpty();
            case Value.Attributes object -> true;
            case Value.Callable function -> true;
        };
    }

    static boolean equal(Value left, Value right) {
        if (isNumber(left) && isNumber(right)) {
            return left instanceof Value.Real || right instanceof Value.Real
                    ? real(left) == real(right)
                    : whole(left) == whole(right);
        }
        return switch (left) {
            case Value.Undefined undefined -> right instanceof Value.Undefined;
            case Value.Items(var items) ->
                    right instanceof Value.Items(var others) && equal(items, others);
            case Value.Tuple(var items) ->
                    right instanceof Value.Tuple(var others) && equal(items, others);
            case Value.Mapping(var entries) ->
                    right instanceof Value.Mapping(var others)
                            && entries.size() == others.size()
                            && entries.entrySet().stream()
                                    .allMatch(
                                            e -> {
                                                var other = others.get(e.getKey());
                                                return other != null && equal(e.getValue(), other);
                                            });
            default -> left.equals(right);
        };
    }

    private static boolean equal(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (var i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    static int compare(Value left, Value right) {
        if (isNumber(left) && isNumber(right)) {
            return left instanceof Value.Real || right instanceof Value.Real
                    ? Double.compare(real(left), real(right))
                    : Long.compare(whole(left), whole(right));
        }
        if (left instanceof Value.Text(var a) && right instanceof Value.Text(var b)) {
            return compareCodePoints(a, b);
        }
        throw mismatch("compared", left, right);
    }

    static int compareCodePoints(String left, String right) {
        return java.util.Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }

    static boolean contains(Value container, Value wanted) {
        return switch (container) {
            case Value.Text(var text) -> {
                if (wanted instanceof Value.Text(var part)) {
                    yield text.contains(part);
                }
                throw mismatch("searched", container, wanted);
            }
            case Value.Mapping(var entries) -> entries.containsKey(wanted);
            default -> iterate(container).stream().anyMatch(item -> equal(item, wanted));
        };
    }

    static List<Value> iterate(Value value) {
        return switch (value) {
            case Value.Items(var items) -> items;
            case Value.Tuple(var items) -> items;
            case Value.Mapping(var entries) -> List.copyOf(entries.keySet());
            case Value.Text(var text) ->
                    text.codePoints().mapToObj(c -> Value.of(Character.toString(c))).toList();
            case Value.Undefined undefined -> List.of();
            default -> throw Failures.render(kind(value) + " cannot be gone through");
        };
    }

    static long length(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text.codePointCount(0, text.length());
            case Value.Items(var items) -> items.size();
            case Value.Tuple(var items) -> items.size();
            case Value.Mapping(var entries) -> entries.size();
            case Value.Undefined undefined -> 0;
            default -> throw Failures.render(kind(value) + " has no length");
        };
    }

    static Value apply(Expr.Operator operator, Value left, Value right) {
        if (operator == Expr.Operator.CONCATENATE) {
            var text = Python.str(left) + Python.str(right);
            Budget.checkLength(text.length());
            return Value.of(text);
        }
        defined(left);
        defined(right);
        if (operator == Expr.Operator.ADD && !isNumber(left)) {
            return join(left, right);
        }
        if (operator == Expr.Operator.MULTIPLY) {
            if (left instanceof Value.Text(var text) && isWhole(right)) {
                return repeat(text, whole(right));
            }
            if (right instanceof Value.Text(var text) && isWhole(left)) {
                return repeat(text, whole(left));
            }
        }
        if (isNumber(left) && isNumber(right)) {
            return Arithmetic.apply(operator, left, right);
        }
        throw mismatch("calculated with", left, right);
    }

    private static Value join(Value left, Value right) {
        if (left instanceof Value.Text(var a) && right instanceof Value.Text(var b)) {
            Budget.checkLength((long) a.length() + b.length());
            return Value.of(a + b);
        }
        if (left instanceof Value.Items(var a) && right instanceof Value.Items(var b)) {
            Budget.checkItems((long) a.size() + b.size());
            var items = new ArrayList<>(a);
            items.addAll(b);
            return new Value.Items(items);
        }
        throw mismatch("added", left, right);
    }

    private static Value repeat(String text, long times) {
        var count = Math.max(times, 0);
        Budget.checkLength(Math.min(count, Budget.LONGEST_TEXT + 1L) * text.length());
        return Value.of(text.isEmpty() ? "" : text.repeat((int) count));
    }

    static Value defined(Value value) {
        if (value instanceof Value.Undefined undefined) {
            throw Failures.undefined(undefined);
        }
        return value;
    }

    static boolean isNumber(Value value) {
        return value instanceof Value.Whole
                || value instanceof Value.Real
                || value instanceof Value.Truth;
    }

    static boolean isWhole(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Truth;
    }

    static long whole(Value value) {
        return switch (value) {
            case Value.Whole(var whole) -> whole;
            case Value.Truth(var truth) -> truth ? 1 : 0;
            case Value.Undefined undefined -> throw Failures.undefined(undefined);
            default -> throw Failures.render("expected a whole number, found " + kind(value));
        };
    }

    static double real(Value value) {
        return value instanceof Value.Real(var real) ? real : whole(value);
    }

    static String text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Undefined undefined -> throw Failures.undefined(undefined);
            default -> throw Failures.render("expected a text, found " + kind(value));
        };
    }

    static String kind(Value value) {
        return switch (value) {
            case Value.Text t -> "a text";
            case Value.Whole w -> "a whole number";
            case Value.Real r -> "a number";
            case Value.Truth t -> "a truth value";
            case Value.None n -> "none";
            case Value.Undefined u -> "something undefined";
            case Value.Items i -> "a list";
            case Value.Tuple t -> "a tuple";
            case Value.Mapping m -> "a mapping";
            case Value.Attributes a -> "an object";
            case Value.Callable c -> "a function";
        };
    }

    private static dev.whetstone.engine.control.RuntimeFailure mismatch(
            String what, Value left, Value right) {
        return Failures.render(kind(left) + " and " + kind(right) + " cannot be " + what);
    }
}
