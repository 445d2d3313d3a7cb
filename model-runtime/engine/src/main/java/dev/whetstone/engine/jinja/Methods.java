package dev.whetstone.engine.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Methods of texts, mappings and lists. Those that would change a value do not exist, as in
/// Jinja2's immutable sandbox.
final class Methods {
    private interface OnText {
        Value call(String text, Value.Arguments arguments);
    }

    private static final Map<String, OnText> TEXT =
            Map.ofEntries(
                    Map.entry("strip", (s, a) -> Value.of(left(right(s, a), a))),
                    Map.entry("lstrip", (s, a) -> Value.of(left(s, a))),
                    Map.entry("rstrip", (s, a) -> Value.of(right(s, a))),
                    Map.entry("startswith", (s, a) -> anyOf(a, s::startsWith)),
                    Map.entry("endswith", (s, a) -> anyOf(a, s::endsWith)),
                    Map.entry("upper", (s, a) -> Value.of(s.toUpperCase(Locale.ROOT))),
                    Map.entry("lower", (s, a) -> Value.of(s.toLowerCase(Locale.ROOT))),
                    Map.entry("title", (s, a) -> Value.of(Python.title(s))),
                    Map.entry("capitalize", (s, a) -> Value.of(Python.capitalize(s))),
                    Map.entry("replace", Splitting::replace),
                    Map.entry("split", Splitting::split),
                    Map.entry("rsplit", Splitting::splitFromRight),
                    Map.entry("splitlines", Splitting::lines),
                    Map.entry("partition", Splitting::partition),
                    Map.entry("find", (s, a) -> Value.of(find(s, text(a, 0, "sub")))),
                    Map.entry("count", (s, a) -> Value.of(count(s, text(a, 0, "sub")))),
                    Map.entry("join", (s, a) -> join(s, a)),
                    Map.entry("isdigit", (s, a) -> all(s, Character::isDigit)),
                    Map.entry("isalpha", (s, a) -> all(s, Character::isLetter)),
                    Map.entry("isalnum", (s, a) -> all(s, Character::isLetterOrDigit)),
                    Map.entry("isspace", (s, a) -> all(s, Python::isSpace)),
                    Map.entry("isupper", (s, a) -> cased(s, s.toUpperCase(Locale.ROOT))),
                    Map.entry("islower", (s, a) -> cased(s, s.toLowerCase(Locale.ROOT))),
                    Map.entry("removeprefix", Methods::removePrefix),
                    Map.entry("removesuffix", Methods::removeSuffix));

    private Methods() {}

    /// The bound method, or null when there is none of that name.
    static Value.@Nullable Callable find(Value target, String name) {
        return switch (target) {
            case Value.Text(var text) -> {
                var method = TEXT.get(name);
                yield method == null ? null : arguments -> method.call(text, arguments);
            }
            case Value.Mapping mapping -> ofMapping(mapping, name);
            case Value.Items(var items) -> ofList(items, name);
            case Value.Tuple(var items) -> ofList(items, name);
            default -> null;
        };
    }

    private static Value.@Nullable Callable ofMapping(Value.Mapping mapping, String name) {
        var entries = mapping.entries();
        return switch (name) {
            case "items" -> arguments -> pairs(mapping);
            case "keys" -> arguments -> new Value.Items(List.copyOf(entries.keySet()));
            case "values" -> arguments -> new Value.Items(List.copyOf(entries.values()));
            case "get" ->
                    arguments ->
                            entries.getOrDefault(
                                    arguments.get(0, "key", Value.Constants.NONE),
                                    arguments.get(1, "default", Value.Constants.NONE));
            case "pop", "popitem", "update", "clear", "setdefault" -> Methods::refuse;
            default -> null;
        };
    }

    static Value pairs(Value.Mapping mapping) {
        return new Value.Items(
                mapping.entries().entrySet().stream()
                        .<Value>map(e -> new Value.Tuple(List.of(e.getKey(), e.getValue())))
                        .toList());
    }

    private static Value.@Nullable Callable ofList(List<Value> items, String name) {
        return switch (name) {
            case "count" ->
                    arguments -> {
                        var wanted = arguments.get(0, "value", Value.Constants.NONE);
                        return Value.of(
                                items.stream().filter(i -> Operators.equal(i, wanted)).count());
                    };
            case "index" ->
                    arguments -> {
                        var wanted = arguments.get(0, "value", Value.Constants.NONE);
                        for (var i = 0; i < items.size(); i++) {
                            if (Operators.equal(items.get(i), wanted)) {
                                return Value.of(i);
                            }
                        }
                        throw Failures.render(Python.repr(wanted) + " is not in the list");
                    };
            case "append", "extend", "insert", "pop", "remove", "reverse", "sort", "clear" ->
                    Methods::refuse;
            default -> null;
        };
    }

    private static Value refuse(Value.Arguments arguments) {
        throw Failures.render("a template may not change its input");
    }

    private static String left(String text, Value.Arguments arguments) {
        return isBlank(arguments)
                ? Python.stripLeft(text)
                : Python.stripLeft(text, set(arguments)::contains);
    }

    private static String right(String text, Value.Arguments arguments) {
        return isBlank(arguments)
                ? Python.stripRight(text)
                : Python.stripRight(text, set(arguments)::contains);
    }

    private static boolean isBlank(Value.Arguments arguments) {
        return arguments.get(0, "chars", Value.Constants.NONE) instanceof Value.None;
    }

    private static List<Integer> set(Value.Arguments arguments) {
        return text(arguments, 0, "chars").codePoints().boxed().toList();
    }

    static String text(Value.Arguments arguments, int place, String name) {
        return Operators.text(
                arguments.get(place, name, new Value.Undefined("the argument " + name)));
    }

    private static Value anyOf(
            Value.Arguments arguments, java.util.function.Predicate<String> test) {
        var wanted = arguments.get(0, "prefix", new Value.Undefined("the argument prefix"));
        return Value.of(
                wanted instanceof Value.Tuple(var several)
                        ? several.stream().anyMatch(one -> test.test(Operators.text(one)))
                        : test.test(Operators.text(wanted)));
    }

    private static long find(String text, String part) {
        var at = text.indexOf(part);
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    private static long count(String text, String part) {
        if (part.isEmpty()) {
            return text.codePointCount(0, text.length()) + 1L;
        }
        var count = 0L;
        for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static Value join(String separator, Value.Arguments arguments) {
        var items = Operators.iterate(arguments.get(0, "iterable", Value.Constants.NONE));
        return Value.of(String.join(separator, items.stream().map(Operators::text).toList()));
    }

    private static Value all(String text, java.util.function.IntPredicate test) {
        return Value.of(!text.isEmpty() && text.codePoints().allMatch(test));
    }

    private static Value cased(String text, String converted) {
        return Value.of(
                text.equals(converted)
                        && text.codePoints()
                                .anyMatch(
                                        c -> Character.isUpperCase(c) || Character.isLowerCase(c)));
    }

    private static Value removePrefix(String text, Value.Arguments arguments) {
        var prefix = text(arguments, 0, "prefix");
        return Value.of(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }

    private static Value removeSuffix(String text, Value.Arguments arguments) {
        var suffix = text(arguments, 0, "suffix");
        return Value.of(
                text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
    }
}
