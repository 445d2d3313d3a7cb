package dev.whetstone.engine.jinja;

import java.util.Map;

/// Jinja2's tests.
final class Tests {
    private interface Test {
        boolean holds(Value value, Value.Arguments arguments);
    }

    private static final Map<String, Test> ALL =
            Map.ofEntries(
                    Map.entry("defined", (v, a) -> !(v instanceof Value.Undefined)),
                    Map.entry("undefined", (v, a) -> v instanceof Value.Undefined),
                    Map.entry("none", (v, a) -> v instanceof Value.None),
                    Map.entry("string", (v, a) -> v instanceof Value.Text),
                    Map.entry("mapping", (v, a) -> v instanceof Value.Mapping),
                    Map.entry("sequence", (v, a) -> isSequence(v)),
                    Map.entry("iterable", (v, a) -> isSequence(v) || v instanceof Value.Undefined),
                    Map.entry("number", (v, a) -> Operators.isNumber(v)),
                    Map.entry("integer", (v, a) -> v instanceof Value.Whole),
                    Map.entry("float", (v, a) -> v instanceof Value.Real),
                    Map.entry("boolean", (v, a) -> v instanceof Value.Truth),
                    Map.entry("true", (v, a) -> v.equals(Value.Constants.TRUE)),
                    Map.entry("false", (v, a) -> v.equals(Value.Constants.FALSE)),
                    Map.entry("callable", (v, a) -> v instanceof Value.Callable),
                    Map.entry("odd", (v, a) -> Math.floorMod(Operators.whole(v), 2) == 1),
                    Map.entry("even", (v, a) -> Math.floorMod(Operators.whole(v), 2) == 0),
                    Map.entry(
                            "divisibleby",
                            (v, a) -> {
                                var by = Operators.whole(other(a));
                                return by != 0 && Operators.whole(v) % by == 0;
                            }),
                    Map.entry("upper", (v, a) -> isCased(v, "isupper")),
                    Map.entry("lower", (v, a) -> isCased(v, "islower")),
                    Map.entry("in", (v, a) -> Operators.contains(other(a), v)),
                    Map.entry("sameas", (v, a) -> v.equals(other(a))),
                    Map.entry("equalto", (v, a) -> Operators.equal(v, other(a))),
                    Map.entry("eq", (v, a) -> Operators.equal(v, other(a))),
                    Map.entry("ne", (v, a) -> !Operators.equal(v, other(a))),
                    Map.entry("lt", (v, a) -> Operators.compare(v, other(a)) < 0),
                    Map.entry("le", (v, a) -> Operators.compare(v, other(a)) <= 0),
                    Map.entry("gt", (v, a) -> Operators.compare(v, other(a)) > 0),
                    Map.entry("ge", (v, a) -> Operators.compare(v, other(a)) >= 0));

    private Tests() {}

    static boolean exists(String name) {
        return ALL.containsKey(name);
    }

    static boolean apply(String name, Value value, Value.Arguments arguments) {
        var test = ALL.get(name);
        if (test == null) {
            throw Failures.render("the test '" + name + "' is not known");
        }
        return test.holds(value, arguments);
    }

    private static boolean isSequence(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Items
                || value instanceof Value.Tuple
                || value instanceof Value.Mapping;
    }

    private static boolean isCased(Value value, String method) {
        return Operators.isTrue(
                ((Value.Callable) Members.attribute(Value.of(Python.str(value)), method))
                        .call(Value.Arguments.NONE));
    }

    private static Value other(Value.Arguments arguments) {
        if (!arguments.has(0, "other")) {
            throw Failures.render("a test lacks its argument");
        }
        return arguments.get(0, "other", Value.Constants.NONE);
    }
}
