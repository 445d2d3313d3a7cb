package dev.whetstone.engine.jinja;

import java.util.HashMap;
import java.util.Map;

/// The one kind of value that a template may change.
final class Namespace implements Value.Attributes {
    private final Map<String, Value> values = new HashMap<>();

    Namespace(Map<String, Value> values) {
        this.values.putAll(values);
    }

    @Override
    public Value attribute(String name) {
        var value = values.get(name);
        return value != null ? value : new Value.Undefined("'" + name + "' of a namespace");
    }

    void set(String name, Value value) {
        values.put(name, value);
    }
}
