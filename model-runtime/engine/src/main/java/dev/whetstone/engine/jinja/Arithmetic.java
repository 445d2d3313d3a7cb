package dev.whetstone.engine.jinja;

/// Python's arithmetic on numbers. Whole numbers beyond 64 bits are an error.
final class Arithmetic {
    private Arithmetic() {}

    static Value apply(Expr.Operator operator, Value left, Value right) {
        try {
            return left instanceof Value.Real
                            || right instanceof Value.Real
                            || operator == Expr.Operator.DIVIDE
                    ? real(operator, Operators.real(left), Operators.real(right))
                    : whole(operator, Operators.whole(left), Operators.whole(right));
        } catch (ArithmeticException e) {
            throw Failures.render("a number is too large, or a division is by zero");
        }
    }

    private static Value whole(Expr.Operator operator, long left, long right) {
        return switch (operator) {
            case ADD -> Value.of(Math.addExact(left, right));
            case SUBTRACT -> Value.of(Math.subtractExact(left, right));
            case MULTIPLY -> Value.of(Math.multiplyExact(left, right));
            case FLOOR_DIVIDE -> Value.of(Math.floorDiv(left, right));
            case MODULO -> Value.of(Math.floorMod(left, right));
            case POWER ->
                    right < 0
                            ? new Value.Real(Math.pow(left, right))
                            : Value.of(power(left, right));
            case DIVIDE, CONCATENATE -> throw new IllegalArgumentException(operator.name());
        };
    }

    private static long power(long base, long exponent) {
        if (base == 0 || base == 1) {
            return exponent == 0 ? 1 : base;
        }
        if (base == -1) {
            return exponent % 2 == 0 ? 1 : -1;
        }
        var result = 1L;
        for (var i = 0L; i < exponent; i++) {
            result = Math.multiplyExact(result, base);
        }
        return result;
    }

    private static Value real(Expr.Operator operator, double left, double right) {
        var divides =
                operator == Expr.Operator.DIVIDE
                        || operator == Expr.Operator.FLOOR_DIVIDE
                        || operator == Expr.Operator.MODULO;
        if (divides && right == 0) {
            throw new ArithmeticException("division by zero");
        }
        return new Value.Real(
                switch (operator) {
                    case ADD -> left + right;
                    case SUBTRACT -> left - right;
                    case MULTIPLY -> left * right;
                    case DIVIDE -> left / right;
                    case FLOOR_DIVIDE -> Math.floor(left / right);
                    case MODULO -> left - right * Math.floor(left / right);
                    case POWER -> Math.pow(left, right);
                    case CONCATENATE -> throw new IllegalArgumentException(operator.name());
                });
    }
}
