package dev.whetstone.engine.jinja;

import java.util.List;
import java.util.Map;

/// A value in a template, with Python's rules.
public sealed interface Value {
    record Text(String text) implements Value {}

    record Whole(long value) implements Value {}

    record Real(double value) implements Value {}

    record Truth(boolean value) implements Value {}

    record None() implements Value {}

    /// What a name, key or attribute gives that is not there. Prints as nothing; most other
    /// uses are errors.
    ///
    /// @param what for the message
    record Undefined(String what) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// A list that prints with round brackets.
    record Tuple(List<Value> values) implements Value {
        public Tuple {
            values = List.copyOf(values);
        }
    }

    /// In the order in which entries were added.
    record Mapping(Map<Value, Value> entries) implements Value {}

    /// Something with attributes only: a loop, a namespace.
    non-sealed interface Attributes extends Value {
        Value attribute(String name);
    }

    /// A function or macro.
    non-sealed interface Callable extends Value {
        Value call(Arguments arguments);
    }

    /// Arguments of a call, filter or test.
    record Arguments(List<Value> positional, Map<String, Value> named) {
        static final Arguments NONE = new Arguments(List.of(), Map.of());

        public Arguments {
            positional = List.copyOf(positional);
        }

        /// By place or by name.
        Value get(int place, String name, Value otherwise) {
            return place < positional.size()
                    ? positional.get(place)
                    : named.getOrDefault(name, otherwise);
        }

        boolean has(int place, String name) {
            return place < positional.size() || named.containsKey(name);
        }

        /// Fails when there are arguments that the callee does not know.
        Arguments atMost(String callee, int places, String... names) {
            if (positional.size() > places) {
                throw Failures.render("too many arguments for " + callee);
            }
            for (var name : named.keySet()) {
                if (!List.of(names).contains(name)) {
                    throw Failures.render(callee + " has no argument '" + name + "'");
                }
            }
            return this;
        }
    }

    static Value of(boolean value) {
        return value ? Constants.TRUE : Constants.FALSE;
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(long value) {
        return new Whole(value);
    }

    /// Shared values.
    final class Constants {
        static final Value TRUE = new Truth(true);
        static final Value FALSE = new Truth(false);
        static final Value NONE = new None();

        private Constants() {}
    }
}
