package dev.whetstone.resources.sample.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads one line: words, `{slot}`, `(a|b)` nested at will, and trailing ` @tag`s.
final class TemplateParser {
    private final String line;
    private final String where;
    private int at;

    private TemplateParser(String line, String where) {
        this.line = line;
        this.where = where;
    }

    /// @param where file and line, for messages
    /// @throws IllegalArgumentException naming `where` when a bracket is not closed
    static Template parse(String line, String where) {
        String words = line.strip();
        Set<String> tags = new LinkedHashSet<>();
        for (int tag = words.lastIndexOf(" @"); tag >= 0; tag = words.lastIndexOf(" @")) {
            tags.add(words.substring(tag + 2).strip());
            words = words.substring(0, tag).stripTrailing();
        }
        TemplateParser parser = new TemplateParser(words, where);
        List<Part> parts = parser.sequence();
        if (parser.at < words.length()) {
            throw parser.error("a bracket closes that was not opened");
        }
        return new Template(parts, tags);
    }

    private List<Part> sequence() {
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        while (at < line.length() && line.charAt(at) != '|' && line.charAt(at) != ')') {
            char c = line.charAt(at);
            if (c == '{' || c == '(') {
                flush(words, parts);
                parts.add(c == '{' ? slot() : choice());
            } else {
                words.append(c);
                at++;
            }
        }
        flush(words, parts);
        return parts;
    }

    private static void flush(StringBuilder words, List<Part> parts) {
        if (!words.isEmpty()) {
            parts.add(new Part.Words(words.toString()));
            words.setLength(0);
        }
    }

    private Part slot() {
        int end = line.indexOf('}', at);
        if (end <= at + 1) {
            throw error("a slot has no name or no end");
        }
        String name = line.substring(at + 1, end);
        at = end + 1;
        return new Part.Slot(name);
    }

    private Part choice() {
        List<List<Part>> options = new ArrayList<>();
        do {
            at++;
            options.add(sequence());
        } while (at < line.length() && line.charAt(at) == '|');
        if (at >= line.length()) {
            throw error("a choice has no end");
        }
        at++;
        return new Part.Choice(options);
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(where + ": " + what + ": " + line);
    }
}
