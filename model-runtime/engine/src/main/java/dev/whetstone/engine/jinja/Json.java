package dev.whetstone.engine.jinja;

import java.util.List;
import java.util.Map;

/// JSON as `json.dumps(value, ensure_ascii=False, indent=...)` writes it, which is what
/// Transformers makes of the filter `tojson`.
final class Json {
    private final StringBuilder out = new StringBuilder();
    private final int indent;

    private Json(int indent) {
        this.indent = indent;
    }

    /// @param indent spaces a level; negative for one line
    static String write(Value value, int indent) {
        var json = new Json(indent);
        json.write(value, 0, 0);
        return json.out.toString();
    }

    private void write(Value value, int level, int depth) {
        if (depth > 100) {
            throw Failures.limit("JSON nested deeper than 100");
        }
        Budget.checkLength(out.length());
        switch (value) {
            case Value.Text(var text) -> quoted(text);
            case Value.Whole(var whole) -> out.append(whole);
            case Value.Real(var real) -> real(real);
            case Value.Truth(var truth) -> out.append(truth);
            case Value.None none -> out.append("null");
            case Value.Items(var items) -> list(items, level, depth);
            case Value.Tuple(var items) -> list(items, level, depth);
            case Value.Mapping(var entries) -> mapping(entries, level, depth);
            case Value.Undefined undefined -> throw Failures.undefined(undefined);
            case Value.Attributes object -> throw Failures.render("an object is no JSON");
            case Value.Callable function -> throw Failures.render("a function is no JSON");
        }
    }

    private void list(List<Value> items, int level, int depth) {
        if (items.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (var i = 0; i < items.size(); i++) {
            separate(i, level + 1);
            write(items.get(i), level + 1, depth + 1);
        }
        newLine(level);
        out.append(']');
    }

    private void mapping(Map<Value, Value> entries, int level, int depth) {
        if (entries.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        var i = 0;
        for (var entry : entries.entrySet()) {
            separate(i++, level + 1);
            key(entry.getKey());
            out.append(": ");
            write(entry.getValue(), level + 1, depth + 1);
        }
        newLine(level);
        out.append('}');
    }

    private void key(Value key) {
        quoted(
                switch (key) {
                    case Value.Text(var text) -> text;
                    case Value.Whole(var whole) -> Long.toString(whole);
                    case Value.Truth(var truth) -> Boolean.toString(truth);
                    case Value.None none -> "null";
                    default -> throw Failures.render(Operators.kind(key) + " is no JSON key");
                });
    }

    private void separate(int index, int level) {
        if (index > 0) {
            out.append(indent < 0 ? ", " : ",");
        }
        newLine(level);
    }

    private void newLine(int level) {
        if (indent >= 0) {
            out.append('\n').repeat(' ', indent * level);
        }
    }

    private void real(double real) {
        out.append(
                Double.isNaN(real)
                        ? "NaN"
                        : Double.isInfinite(real)
                                ? (real > 0 ? "Infinity" : "-Infinity")
                                : Python.real(real));
    }

    private void quoted(String text) {
        out.append('"');
        for (var c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
