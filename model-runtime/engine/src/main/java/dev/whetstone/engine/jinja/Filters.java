package dev.whetstone.engine.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Jinja2's filters.
final class Filters {
    private interface Filter {
        Value apply(Value value, Value.Arguments arguments);
    }

    private static final Value NO_DEFAULT = new Value.Undefined("the argument");
    private static final Map<String, Filter> ALL =
            Map.ofEntries(
                    Map.entry("tojson", Filters::json),
                    Map.entry("length", (v, a) -> Value.of(Operators.length(v))),
                    Map.entry("count", (v, a) -> Value.of(Operators.length(v))),
                    Map.entry("string", (v, a) -> Value.of(Python.str(v))),
                    Map.entry("safe", (v, a) -> Value.of(Python.str(v))),
                    Map.entry("trim", (v, a) -> method(Python.str(v), "strip", a)),
                    Map.entry("upper", (v, a) -> method(Python.str(v), "upper", a)),
                    Map.entry("lower", (v, a) -> method(Python.str(v), "lower", a)),
                    Map.entry("capitalize", (v, a) -> method(Python.str(v), "capitalize", a)),
                    Map.entry("title", (v, a) -> Value.of(title(Python.str(v)))),
                    Map.entry("replace", (v, a) -> Splitting.replace(Python.str(v), a)),
                    Map.entry("indent", Filters::indent),
                    Map.entry("list", (v, a) -> new Value.Items(Operators.iterate(v))),
                    Map.entry("first", (v, a) -> Members.item(list(v), Value.of(0))),
                    Map.entry("last", (v, a) -> Members.item(list(v), Value.of(-1))),
                    Map.entry("reverse", Filters::reverse),
                    Map.entry("sort", Filters::sort),
                    Map.entry("unique", Filters::unique),
                    Map.entry("join", Filters::join),
                    Map.entry("items", Filters::items),
                    Map.entry("dictsort", Filters::dictSort),
                    Map.entry("map", Filters::map),
                    Map.entry("select", (v, a) -> filter(v, test(a, 0))),
                    Map.entry("reject", (v, a) -> filter(v, test(a, 0).negate())),
                    Map.entry("selectattr", (v, a) -> filter(v, attributeTest(a))),
                    Map.entry("rejectattr", (v, a) -> filter(v, attributeTest(a).negate())),
                    Map.entry("default", Filters::otherwise),
                    Map.entry("d", Filters::otherwise),
                    Map.entry("int", (v, a) -> Numbers.whole(v, a)),
                    Map.entry("float", (v, a) -> Numbers.real(v, a)),
                    Map.entry("abs", (v, a) -> Numbers.absolute(v)),
                    Map.entry("sum", (v, a) -> Numbers.sum(Operators.iterate(v))),
                    Map.entry("min", (v, a) -> extreme(v, Comparator.reverseOrder())),
                    Map.entry("max", (v, a) -> extreme(v, Comparator.naturalOrder())));

    private Filters() {}

    static boolean exists(String name) {
        return ALL.containsKey(name);
    }

    static Value apply(String name, Value value, Value.Arguments arguments) {
        var filter = ALL.get(name);
        if (filter == null) {
            throw Failures.render("the filter '" + name + "' is not known");
        }
        return filter.apply(value, arguments);
    }

    private static Value json(Value value, Value.Arguments arguments) {
        arguments.atMost("tojson", 2, "ensure_ascii", "indent");
        // Transformers' own signature: tojson(x, ensure_ascii=False, indent=None)
        if (Operators.isTrue(arguments.get(0, "ensure_ascii", Value.Constants.FALSE))) {
            throw Failures.render("tojson with ensure_ascii is not supported");
        }
        var indent = arguments.get(1, "indent", Value.Constants.NONE);
        return Value.of(
                Json.write(
                        value, indent instanceof Value.None ? -1 : (int) Operators.whole(indent)));
    }

    private static Value method(String text, String name, Value.Arguments arguments) {
        return ((Value.Callable) Members.attribute(Value.of(text), name)).call(arguments);
    }

    /// Words begin after white space, dashes and opening brackets.
    private static String title(String text) {
        var out = new StringBuilder();
        var begins = true;
        for (var c : text.codePoints().toArray()) {
            var letter = Character.toString(c);
            out.append(begins ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT));
            begins = Python.isSpace(c) || "-({[<".indexOf(c) >= 0;
        }
        return out.toString();
    }

    private static Value indent(Value value, Value.Arguments arguments) {
        arguments.atMost("indent", 3, "width", "first", "blank");
        var width = arguments.get(0, "width", Value.of(4));
        var space =
                width instanceof Value.Text(var text)
                        ? text
                        : " ".repeat((int) Math.clamp(Operators.whole(width), 0, 1000));
        var first = Operators.isTrue(arguments.get(1, "first", Value.Constants.FALSE));
        var blank = Operators.isTrue(arguments.get(2, "blank", Value.Constants.FALSE));
        var lines = new ArrayList<String>();
        for (var line : Python.str(value).split("\n", -1)) {
            var isFirst = lines.isEmpty();
            lines.add((isFirst ? first : blank || !line.isEmpty()) ? space + line : line);
        }
        return Value.of(String.join("\n", lines));
    }

    private static Value list(Value value) {
        return value instanceof Value.Undefined ? value : new Value.Items(Operators.iterate(value));
    }

    private static Value reverse(Value value, Value.Arguments arguments) {
        if (value instanceof Value.Text(var text)) {
            return Value.of(new StringBuilder(text).reverse().toString());
        }
        return new Value.Items(Operators.iterate(value).reversed());
    }

    private static Value sort(Value value, Value.Arguments arguments) {
        arguments.atMost("sort", 3, "reverse", "case_sensitive", "attribute");
        var sensitive = Operators.isTrue(arguments.get(1, "case_sensitive", Value.Constants.FALSE));
        var attribute = arguments.get(2, "attribute", Value.Constants.NONE);
        Comparator<Value> order =
                (a, b) ->
                        Operators.compare(
                                key(attributeOf(a, attribute), sensitive),
                                key(attributeOf(b, attribute), sensitive));
        var reversed = Operators.isTrue(arguments.get(0, "reverse", Value.Constants.FALSE));
        return new Value.Items(
                Operators.iterate(value).stream()
                        .sorted(reversed ? order.reversed() : order)
                        .toList());
    }

    private static Value key(Value value, boolean sensitive) {
        return !sensitive && value instanceof Value.Text(var text)
                ? Value.of(text.toLowerCase(Locale.ROOT))
                : value;
    }

    private static Value unique(Value value, Value.Arguments arguments) {
        arguments.atMost("unique", 2, "case_sensitive", "attribute");
        var sensitive = Operators.isTrue(arguments.get(0, "case_sensitive", Value.Constants.FALSE));
        var seen = new java.util.HashSet<Value>();
        var attribute = arguments.get(1, "attribute", Value.Constants.NONE);
        return filter(value, item -> seen.add(key(attributeOf(item, attribute), sensitive)));
    }

    private static Value join(Value value, Value.Arguments arguments) {
        var separator = Python.str(arguments.get(0, "d", Value.of("")));
        var attribute = arguments.get(1, "attribute", Value.Constants.NONE);
        var text =
                String.join(
                        separator,
                        Operators.iterate(value).stream()
                                .map(item -> Python.str(attributeOf(item, attribute)))
                                .toList());
        Budget.checkLength(text.length());
        return Value.of(text);
    }

    private static Value items(Value value, Value.Arguments arguments) {
        return switch (value) {
            case Value.Undefined undefined -> new Value.Items(List.of());
            case Value.Mapping mapping -> Methods.pairs(mapping);
            default -> throw Failures.render("items of " + Operators.kind(value));
        };
    }

    private static Value dictSort(Value value, Value.Arguments arguments) {
        arguments.atMost("dictsort", 3, "case_sensitive", "by", "reverse");
        if (!(value instanceof Value.Mapping mapping)) {
            throw Failures.render("dictsort of " + Operators.kind(value));
        }
        var sensitive = Operators.isTrue(arguments.get(0, "case_sensitive", Value.Constants.FALSE));
        var place =
                Value.of(
                        Python.str(arguments.get(1, "by", Value.of("key"))).equals("value")
                                ? 1
                                : 0);
        Comparator<Value> order =
                (a, b) ->
                        Operators.compare(
                                key(Members.item(a, place), sensitive),
                                key(Members.item(b, place), sensitive));
        var reversed = Operators.isTrue(arguments.get(2, "reverse", Value.Constants.FALSE));
        return new Value.Items(
                Operators.iterate(Methods.pairs(mapping)).stream()
                        .sorted(reversed ? order.reversed() : order)
                        .toList());
    }

    private static Value map(Value value, Value.Arguments arguments) {
        var attribute = arguments.named().get("attribute");
        var items = Operators.iterate(value);
        if (attribute != null) {
            var otherwise = arguments.named().get("default");
            return new Value.Items(
                    items.stream()
                            .map(item -> attributeOf(item, attribute))
                            .map(
                                    v ->
                                            v instanceof Value.Undefined && otherwise != null
                                                    ? otherwise
                                                    : v)
                            .toList());
        }
        var name = Operators.text(arguments.get(0, "filter", NO_DEFAULT));
        var rest = rest(arguments, 1);
        return new Value.Items(items.stream().map(item -> apply(name, item, rest)).toList());
    }

    private static Value attributeOf(Value item, Value attribute) {
        if (attribute instanceof Value.None) {
            return item;
        }
        var value = item;
        for (var part : Python.str(attribute).split("\\.")) {
            value =
                    part.chars().allMatch(Character::isDigit)
                            ? Members.item(value, Value.of(Long.parseLong(part)))
                            : Members.item(value, Value.of(part));
        }
        return value;
    }

    private static Predicate<Value> test(Value.Arguments arguments, int place) {
        if (arguments.positional().size() <= place) {
            return Operators::isTrue;
        }
        var name =
                switch (Operators.text(arguments.positional().get(place))) {
                    case "==" -> "eq";
                    case "!=" -> "ne";
                    case "<" -> "lt";
                    case "<=" -> "le";
                    case ">" -> "gt";
                    case ">=" -> "ge";
                    case String other -> other;
                };
        var rest = rest(arguments, place + 1);
        return value -> Tests.apply(name, value, rest);
    }

    private static Predicate<Value> attributeTest(Value.Arguments arguments) {
        var attribute = arguments.get(0, "attr", NO_DEFAULT);
        var test = test(arguments, 1);
        return item -> test.test(attributeOf(item, Operators.defined(attribute)));
    }

    private static Value filter(Value value, Predicate<Value> keep) {
        return new Value.Items(Operators.iterate(value).stream().filter(keep).toList());
    }

    private static Value.Arguments rest(Value.Arguments arguments, int from) {
        return new Value.Arguments(
                arguments
                        .positional()
                        .subList(
                                Math.min(from, arguments.positional().size()),
                                arguments.positional().size()),
                arguments.named());
    }

    private static Value otherwise(Value value, Value.Arguments arguments) {
        arguments.atMost("default", 2, "default_value", "boolean");
        var falsy = Operators.isTrue(arguments.get(1, "boolean", Value.Constants.FALSE));
        return value instanceof Value.Undefined || (falsy && !Operators.isTrue(value))
                ? arguments.get(0, "default_value", Value.of(""))
                : value;
    }

    private static Value extreme(Value value, Comparator<Integer> order) {
        Value best = new Value.Undefined("the extreme of an empty list");
        for (var item : Operators.iterate(value)) {
            if (best instanceof Value.Undefined
                    || order.compare(Operators.compare(item, best), 0) > 0) {
                best = item;
            }
        }
        return best;
    }
}
