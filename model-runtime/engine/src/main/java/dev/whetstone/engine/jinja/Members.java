package dev.whetstone.engine.jinja;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Attributes, items and slices.
final class Members {
    private Members() {}

    /// `target.name`: an attribute or method, then an item of that name.
    static Value attribute(Value target, String name) {
        Operators.defined(target);
        if (name.startsWith("_")) {
            throw Failures.render("the name '" + name + "' is not accessible");
        }
        var method = Methods.find(target, name);
        if (method != null) {
            return method;
        }
        return switch (target) {
            case Value.Attributes object -> object.attribute(name);
            case Value.Mapping mapping -> entry(mapping, Value.of(name));
            default -> missing(target, name);
        };
    }

    /// `target[key]`: an item, then for texts an attribute of that name.
    static Value item(Value target, Value key) {
        Operators.defined(target);
        return switch (target) {
            case Value.Mapping mapping -> {
                var found = mapping.entries().get(key);
                yield found != null
                        ? found
                        : key instanceof Value.Text(var name) && Methods.find(target, name) != null
                                ? attribute(target, name)
                                : entry(mapping, key);
            }
            case Value.Items(var items) -> place(items, target, key);
            case Value.Tuple(var items) -> place(items, target, key);
            case Value.Text(var text) -> {
                if (!Operators.isWhole(key)) {
                    yield byName(target, key);
                }
                var codePoints = text.codePoints().toArray();
                var at = index(Operators.whole(key), codePoints.length);
                yield at < 0
                        ? new Value.Undefined("the text's character " + Python.repr(key))
                        : Value.of(Character.toString(codePoints[at]));
            }
            default -> byName(target, key);
        };
    }

    private static Value byName(Value target, Value key) {
        return key instanceof Value.Text(var name)
                ? attribute(target, name)
                : new Value.Undefined("item " + Python.repr(key) + " of " + Operators.kind(target));
    }

    private static Value entry(Value.Mapping mapping, Value key) {
        var found = mapping.entries().get(key);
        return found != null ? found : missing(mapping, Python.str(key));
    }

    private static Value place(List<Value> items, Value target, Value key) {
        if (!Operators.isWhole(key)) {
            return byName(target, key);
        }
        var at = index(Operators.whole(key), items.size());
        return at < 0 ? new Value.Undefined("the list's item " + Python.repr(key)) : items.get(at);
    }

    private static int index(long key, int size) {
        var at = key < 0 ? key + size : key;
        return at >= 0 && at < size ? (int) at : -1;
    }

    private static Value missing(Value target, String name) {
        return new Value.Undefined("'" + name + "' of " + Operators.kind(target));
    }

    static Value slice(
            Value target, @Nullable Value from, @Nullable Value to, @Nullable Value step) {
        return switch (Operators.defined(target)) {
            case Value.Items(var items) -> new Value.Items(slice(items, from, to, step));
            case Value.Tuple(var items) -> new Value.Tuple(slice(items, from, to, step));
            case Value.Text(var text) -> {
                var out = new StringBuilder();
                slice(text.codePoints().boxed().toList(), from, to, step)
                        .forEach(out::appendCodePoint);
                yield Value.of(out.toString());
            }
            default -> throw Failures.render(Operators.kind(target) + " cannot be sliced");
        };
    }

    /// Python's slice: bounds beyond the ends are the ends.
    private static <T> List<T> slice(
            List<T> items, @Nullable Value from, @Nullable Value to, @Nullable Value step) {
        var size = items.size();
        var by = bound(step, 1);
        if (by == 0) {
            throw Failures.render("a slice's step is zero");
        }
        var first = by > 0 ? 0L : size - 1L;
        var beyond = by > 0 ? (long) size : -1L;
        var start = isGiven(from) ? clamp(bound(from, 0), size, by) : first;
        var stop = isGiven(to) ? clamp(bound(to, 0), size, by) : beyond;
        var out = new ArrayList<T>();
        for (var i = start; by > 0 ? i < stop : i > stop; i += by) {
            out.add(items.get((int) i));
        }
        return out;
    }

    private static boolean isGiven(@Nullable Value value) {
        return value != null && !(value instanceof Value.None);
    }

    private static long bound(@Nullable Value value, long otherwise) {
        return value == null || value instanceof Value.None ? otherwise : Operators.whole(value);
    }

    private static long clamp(long at, int size, long by) {
        var place = at < 0 ? at + size : at;
        var least = by > 0 ? 0 : -1;
        var most = by > 0 ? size : size - 1;
        return Math.clamp(place, least, Math.max(least, most));
    }
}
