package dev.whetstone.core.lf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Named lists of patterns that rules refer to as `@name`. Immutable; a project extends the lists
/// that come with the program.
///
/// @param patterns literals and expressions by name; an empty list is a concept that still waits
///     for its first seeds
public record Concepts(Map<String, List<Pattern>> patterns) {
    public static final Concepts NONE = new Concepts(Map.of());

    public Concepts {
        Map<String, List<Pattern>> copy = new LinkedHashMap<>();
        patterns.forEach(
                (name, list) -> {
                    Names.check(name, "concept");
                    for (Pattern pattern : list) {
                        if (!(pattern instanceof Pattern.Literal)
                                && !(pattern instanceof Pattern.Regex)) {
                            throw new RuleTypeException(
                                    "@" + name + " holds words in quotes and /regex/ only");
                        }
                    }
                    copy.put(name, List.copyOf(list));
                });
        patterns = Collections.unmodifiableMap(copy);
    }

    public Set<String> names() {
        return patterns.keySet();
    }

    /// The patterns of a concept; empty when it has none yet or does not exist.
    public List<Pattern> of(String name) {
        return patterns.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return patterns.containsKey(name);
    }

    /// With a concept's patterns replaced, or a new concept added.
    public Concepts with(String name, List<Pattern> list) {
        Map<String, List<Pattern>> changed = new LinkedHashMap<>(patterns);
        changed.put(name, list);
        return new Concepts(changed);
    }

    /// With one more pattern in a concept, which is made when it does not exist.
    public Concepts plus(String name, Pattern pattern) {
        List<Pattern> list = new ArrayList<>(of(name));
        if (!list.contains(pattern)) {
            list.add(pattern);
        }
        return with(name, list);
    }

    /// These concepts, with those of another set in place of ones of the same name.
    public Concepts overlaidBy(Concepts other) {
        Map<String, List<Pattern>> changed = new LinkedHashMap<>(patterns);
        changed.putAll(other.patterns);
        return new Concepts(changed);
    }
}
