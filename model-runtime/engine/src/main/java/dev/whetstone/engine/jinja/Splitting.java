package dev.whetstone.engine.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Python's split and replace.
final class Splitting {
    private Splitting() {}

    static Value split(String text, Value.Arguments arguments) {
        var separator = arguments.get(0, "sep", Value.Constants.NONE);
        var most = limit(arguments.get(1, "maxsplit", Value.of(-1)));
        return texts(
                separator instanceof Value.None
                        ? atSpace(text, most)
                        : at(text, separator(separator), most));
    }

    static Value splitFromRight(String text, Value.Arguments arguments) {
        var separator = separator(arguments.get(0, "sep", Value.Constants.NONE));
        var most = limit(arguments.get(1, "maxsplit", Value.of(-1)));
        var parts = new ArrayList<String>();
        var end = text.length();
        for (var at = text.lastIndexOf(separator, end - separator.length());
                at >= 0 && parts.size() < most;
                at = text.lastIndexOf(separator, end - separator.length())) {
            parts.add(text.substring(at + separator.length(), end));
            end = at;
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return texts(parts);
    }

    static Value lines(String text, Value.Arguments arguments) {
        arguments.atMost("splitlines", 0);
        return texts(text.lines().toList());
    }

    static Value partition(String text, Value.Arguments arguments) {
        var separator = separator(arguments.get(0, "sep", Value.Constants.NONE));
        var at = text.indexOf(separator);
        return new Value.Tuple(
                at < 0
                        ? List.of(Value.of(text), Value.of(""), Value.of(""))
                        : List.of(
                                Value.of(text.substring(0, at)),
                                Value.of(separator),
                                Value.of(text.substring(at + separator.length()))));
    }

    static Value replace(String text, Value.Arguments arguments) {
        var from = Methods.text(arguments, 0, "old");
        var to = Methods.text(arguments, 1, "new");
        var most = limit(arguments.get(2, "count", Value.of(-1)));
        return Value.of(replace(text, from, to, most));
    }

    static String replace(String text, String from, String to, long most) {
        var out = new StringBuilder();
        var done = 0;
        if (from.isEmpty()) {
            return betweenAll(text, to, most);
        }
        for (var at = text.indexOf(from); at >= 0 && most-- > 0; at = text.indexOf(from, done)) {
            out.append(text, done, at).append(to);
            Budget.checkLength(out.length());
            done = at + from.length();
        }
        return out.append(text.substring(done)).toString();
    }

    private static String betweenAll(String text, String to, long most) {
        var out = new StringBuilder();
        for (var c : text.codePoints().toArray()) {
            out.append(most-- > 0 ? to : "").appendCodePoint(c);
            Budget.checkLength(out.length());
        }
        return out.append(most > 0 ? to : "").toString();
    }

    private static String separator(Value value) {
        var separator = Operators.text(value);
        if (separator.isEmpty()) {
            throw Failures.render("an empty separator");
        }
        return separator;
    }

    private static long limit(Value value) {
        var most = Operators.whole(value);
        return most < 0 ? Long.MAX_VALUE : most;
    }

    private static List<String> at(String text, String separator, long most) {
        var parts = new ArrayList<String>();
        var done = 0;
        for (var at = text.indexOf(separator);
                at >= 0 && parts.size() < most;
                at = text.indexOf(separator, done)) {
            parts.add(text.substring(done, at));
            done = at + separator.length();
        }
        parts.add(text.substring(done));
        return parts;
    }

    private static List<String> atSpace(String text, long most) {
        var parts = new ArrayList<String>();
        var rest = Python.stripLeft(text);
        while (!rest.isEmpty()) {
            if (parts.size() >= most) {
                parts.add(Python.stripRight(rest));
                break;
            }
            var end = 0;
            while (end < rest.length() && !Python.isSpace(rest.charAt(end))) {
                end++;
            }
            parts.add(rest.substring(0, end));
            rest = Python.stripLeft(rest.substring(end));
        }
        return parts;
    }

    private static Value texts(List<String> parts) {
        return new Value.Items(parts.stream().map(Value::of).toList());
    }
}
