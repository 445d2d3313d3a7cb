package dev.whetstone.resources.sample.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Sections of templates, read from text files:
///
/// ```
/// # a comment
/// [section]
/// A template with a {slot}, a (first|second) choice. @tag
/// ```
///
/// A section named `paper.theft` stands in for `paper` while the topic is `theft`.
public final class Grammar {
    private final Map<String, List<Template>> sections;

    private Grammar(Map<String, List<Template>> sections) {
        this.sections = sections;
    }

    /// Reads resource files that lie beside `anchor`, in order; their sections must differ.
    ///
    /// @throws IllegalArgumentException naming file and line when one is not well formed
    public static Grammar load(Class<?> anchor, List<String> files) {
        Map<String, List<Template>> sections = new LinkedHashMap<>();
        for (String file : files) {
            read(file, resource(anchor, file), sections);
        }
        return new Grammar(sections);
    }

    /// Reads one text; `name` is used in messages.
    public static Grammar parse(String name, String text) {
        Map<String, List<Template>> sections = new LinkedHashMap<>();
        read(name, text, sections);
        return new Grammar(sections);
    }

    /// The text of a resource file that lies beside `anchor`.
    public static String resource(Class<?> anchor, String file) {
        try (InputStream in = anchor.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String file, String text, Map<String, List<Template>> sections) {
        List<Template> section = new ArrayList<>();
        boolean named = false;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String where = file + " line " + number;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                named = true;
                String name = line.strip().substring(1, line.strip().length() - 1);
                if (sections.put(name, section) != null) {
                    throw new IllegalArgumentException(where + ": section " + name + " again");
                }
            } else if (named) {
                section.add(TemplateParser.parse(line, where));
            } else {
                throw new IllegalArgumentException(where + ": a template before any [section]");
            }
        }
    }

    /// Names of all sections, sorted.
    public Set<String> names() {
        return new TreeSet<>(sections.keySet());
    }

    /// The templates of a section that are words and nothing else.
    public Set<String> words(String section) {
        Set<String> words = new TreeSet<>();
        for (Template template : section(section, "")) {
            if (template.parts().size() == 1
                    && template.parts().get(0) instanceof Part.Words(String text)) {
                words.add(text);
            }
        }
        return words;
    }

    /// How many templates all sections hold together.
    public int size() {
        return sections.values().stream().mapToInt(List::size).sum();
    }

    List<Template> section(String name, String topic) {
        List<Template> own = sections.get(name + "." + topic);
        List<Template> found = own == null ? sections.get(name) : own;
        if (found == null || found.isEmpty()) {
            throw new IllegalArgumentException("the grammar has no section " + name);
        }
        return found;
    }
}
