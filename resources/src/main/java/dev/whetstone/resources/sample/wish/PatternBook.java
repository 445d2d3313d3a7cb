package dev.whetstone.resources.sample.wish;

import dev.whetstone.resources.sample.grammar.Grammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Named sets of patterns; a sentence matches a set when some pattern is found in it and none
/// of the patterns marked `!`.
final class PatternBook {
    private record Entry(List<Pattern> some, List<Pattern> none) {
        boolean matches(String sentence) {
            return some.stream().anyMatch(pattern -> pattern.matcher(sentence).find())
                    && none.stream().noneMatch(pattern -> pattern.matcher(sentence).find());
        }
    }

    private final Map<String, Entry> entries;

    private PatternBook(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /// Reads `[name]` headings, each followed by a pattern a line; `#` starts a comment.
    static PatternBook parse(String text) {
        Map<String, Entry> entries = new HashMap<>();
        Entry entry = new Entry(new ArrayList<>(), new ArrayList<>());
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]") && !line.contains(" ")) {
                entry = new Entry(new ArrayList<>(), new ArrayList<>());
                entries.put(line.substring(1, line.length() - 1), entry);
            } else if (line.startsWith("! ")) {
                entry.none().add(compile(line.substring(2)));
            } else {
                entry.some().add(compile(line));
            }
        }
        return new PatternBook(entries);
    }

    /// The book that ships with the program.
    static PatternBook load(Class<?> anchor) {
        return parse(Grammar.resource(anchor, "/dev/whetstone/resources/sample/detectors.txt"));
    }

    boolean matches(String name, String sentence) {
        return entry(name).matches(sentence);
    }

    boolean matchesAny(String name, List<String> sentences) {
        Entry entry = entry(name);
        return sentences.stream().anyMatch(entry::matches);
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("there are no patterns of " + name);
        }
        return entry;
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern.strip(), Pattern.CASE_INSENSITIVE);
    }
}
