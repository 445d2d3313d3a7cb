package dev.whetstone.engine.jinja;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An expression.
sealed interface Expr {
    record Literal(Value value) implements Expr {}

    record Name(String name) implements Expr {}

    record Attribute(Expr target, String name) implements Expr {}

    record Index(Expr target, Expr key) implements Expr {}

    record Slice(Expr target, @Nullable Expr from, @Nullable Expr to, @Nullable Expr step)
            implements Expr {}

    record Call(Expr target, Passed passed) implements Expr {}

    record Filter(Expr target, String name, Passed passed) implements Expr {}

    record Test(Expr target, String name, Passed passed) implements Expr {}

    record Not(Expr operand) implements Expr {}

    record Sign(boolean negative, Expr operand) implements Expr {}

    record Binary(Operator operator, Expr left, Expr right) implements Expr {}

    record And(Expr left, Expr right) implements Expr {}

    record Or(Expr left, Expr right) implements Expr {}

    /// `a < b <= c`.
    record Compare(Expr first, List<Link> links) implements Expr {}

    record Link(Comparison comparison, Expr right) {}

    record Conditional(Expr then, Expr condition, @Nullable Expr otherwise) implements Expr {}

    record ListOf(List<Expr> items) implements Expr {}

    record TupleOf(List<Expr> items) implements Expr {}

    record MappingOf(List<Entry> entries) implements Expr {}

    record Entry(Expr key, Expr value) {}

    /// Arguments as written.
    record Passed(List<Expr> positional, Map<String, Expr> named) {
        static final Passed NOTHING = new Passed(List.of(), Map.of());
    }

    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        FLOOR_DIVIDE,
        MODULO,
        POWER,
        CONCATENATE
    }

    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
        IN,
        NOT_IN
    }
}
