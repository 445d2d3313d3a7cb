package dev.whetstone.engine.jinja;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// The functions that Transformers and Jinja2 give a chat template.
final class Functions {
    private Functions() {}

    static Map<String, Value> all(Supplier<LocalDateTime> now) {
        return Map.of(
                "raise_exception",
                (Value.Callable)
                        arguments -> {
                            throw Failures.raised(
                                    Python.str(
                                            arguments.get(
                                                    0, "message", new Value.Undefined("message"))));
                        },
                "strftime_now",
                (Value.Callable)
                        arguments ->
                                Value.of(
                                        formatted(now.get(), Methods.text(arguments, 0, "format"))),
                "namespace",
                (Value.Callable) Functions::namespace,
                "dict",
                (Value.Callable) Functions::mapping,
                "range",
                (Value.Callable) Functions::range);
    }

    private static Value namespace(Value.Arguments arguments) {
        return new Namespace(arguments.atMost("namespace", 0, names(arguments)).named());
    }

    private static Value mapping(Value.Arguments arguments) {
        arguments.atMost("dict", 0, names(arguments));
        var entries = new LinkedHashMap<Value, Value>();
        arguments.named().forEach((name, value) -> entries.put(Value.of(name), value));
        return new Value.Mapping(entries);
    }

    private static String[] names(Value.Arguments arguments) {
        return arguments.named().keySet().toArray(String[]::new);
    }

    private static Value range(Value.Arguments arguments) {
        arguments.atMost("range", 3);
        var given = arguments.positional().stream().mapToLong(Operators::whole).toArray();
        if (given.length == 0) {
            throw Failures.render("range without arguments");
        }
        var start = given.length == 1 ? 0 : given[0];
        var stop = given.length == 1 ? given[0] : given[1];
        var step = given.length == 3 ? given[2] : 1;
        if (step == 0) {
            throw Failures.render("range with a step of zero");
        }
        var values = new ArrayList<Value>();
        for (var i = start; step > 0 ? i < stop : i > stop; i += step) {
            values.add(Value.of(i));
            // the sandbox's own limit
            if (values.size() > 100_000) {
                throw Failures.limit("a range longer than 100000");
            }
        }
        return new Value.Items(values);
    }

    private static String formatted(LocalDateTime time, String format) {
        var out = new StringBuilder();
        for (var i = 0; i < format.length(); i++) {
            var c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
            } else {
                out.append(field(time, format.charAt(++i)));
            }
        }
        return out.toString();
    }

    private static String field(LocalDateTime time, char field) {
        return switch (field) {
            case 'Y' -> "%04d".formatted(time.getYear());
            case 'y' -> "%02d".formatted(time.getYear() % 100);
            case 'm' -> "%02d".formatted(time.getMonthValue());
            case 'd' -> "%02d".formatted(time.getDayOfMonth());
            case 'H' -> "%02d".formatted(time.getHour());
            case 'I' -> "%02d".formatted((time.getHour() + 11) % 12 + 1);
            case 'M' -> "%02d".formatted(time.getMinute());
            case 'S' -> "%02d".formatted(time.getSecond());
            case 'j' -> "%03d".formatted(time.getDayOfYear());
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case '%' -> "%";
            default -> throw Failures.render("the time field %" + field + " is not supported");
        };
    }
}
