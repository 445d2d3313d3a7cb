package dev.whetstone.engine.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names and their values. Loops and macros open a scope of their own; conditions do not.
final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Value> values = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    Value get(String name) {
        for (var scope = this; scope != null; scope = scope.outer) {
            var value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Value.Undefined("'" + name + "'");
    }

    void set(String name, Value value) {
        values.put(name, value);
    }
}
