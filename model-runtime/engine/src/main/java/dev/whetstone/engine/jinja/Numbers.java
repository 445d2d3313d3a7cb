package dev.whetstone.engine.jinja;

import java.util.List;

/// Filters on numbers.
final class Numbers {
    private Numbers() {}

    static Value whole(Value value, Value.Arguments arguments) {
        return switch (value) {
            case Value.Whole whole -> whole;
            case Value.Truth(var truth) -> Value.of(truth ? 1 : 0);
            case Value.Real(var real) -> Value.of((long) real);
            case Value.Text(var text) -> {
                try {
                    yield Value.of((long) Double.parseDouble(Python.strip(text)));
                } catch (NumberFormatException e) {
                    yield arguments.get(0, "default", Value.of(0));
                }
            }
            default -> arguments.get(0, "default", Value.of(0));
        };
    }

    static Value real(Value value, Value.Arguments arguments) {
        return switch (value) {
            case Value.Real real -> real;
            case Value.Whole(var whole) -> new Value.Real(whole);
            case Value.Truth(var truth) -> new Value.Real(truth ? 1 : 0);
            case Value.Text(var text) -> {
                try {
                    yield new Value.Real(Double.parseDouble(Python.strip(text)));
                } catch (NumberFormatException e) {
                    yield arguments.get(0, "default", new Value.Real(0));
                }
            }
            default -> arguments.get(0, "default", new Value.Real(0));
        };
    }

    static Value absolute(Value value) {
        return value instanceof Value.Real(var real)
                ? new Value.Real(Math.abs(real))
                : Value.of(Math.absExact(Operators.whole(value)));
    }

    static Value sum(List<Value> items) {
        Value total = Value.of(0);
        for (var item : items) {
            total = Operators.apply(Expr.Operator.ADD, total, item);
        }
        return total;
    }
}
