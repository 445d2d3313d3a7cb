package dev.whetstone.services.vote;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.concept.ConceptLine;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A rules file: one rule a line, `#` comments, an optional `name:` in front, and lines
/// `@concept name = {...}` that define word lists.
///
/// @param concepts as the file defines them, over the shipped ones
public record RuleFile(List<Entry> rules, List<ConceptLine> lists, Concepts concepts) {
    public RuleFile {
        rules = List.copyOf(rules);
        lists = List.copyOf(lists);
    }

    public record Entry(String name, String text, Rule rule) {}

    public static RuleFile read(Path file) {
        try {
            return parse(file, Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            throw new ServiceException(
                    "file.missing", file + " does not exist.", "Check the path.", e);
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot read " + file + ": " + e.getMessage(), "", e);
        }
    }

    private static RuleFile parse(Path file, List<String> lines) {
        List<Entry> rules = new ArrayList<>();
        List<ConceptLine> lists = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Concepts concepts = StarterConcepts.concepts();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                if (line.startsWith("@concept")) {
                    ConceptLine list = ConceptLine.parse(line);
                    lists.add(list);
                    concepts = concepts.with(list.name(), list.patterns());
                } else {
                    Entry entry = entry(line);
                    if (!names.add(entry.name())) {
                        throw bad(file, i, "a second rule is called \"" + entry.name() + "\"");
                    }
                    rules.add(entry);
                }
            } catch (RuleSyntaxException e) {
                throw bad(file, i, "column " + (e.start() + 1) + ": " + e.getMessage());
            }
        }
        return new RuleFile(rules, lists, concepts);
    }

    private static Entry entry(String line) throws RuleSyntaxException {
        int colon = line.indexOf(':');
        String before = colon < 0 ? "" : line.substring(0, colon).strip();
        boolean named = !before.isEmpty() && before.chars().allMatch(RuleFile::isNameLetter);
        String text = named ? line.substring(colon + 1).strip() : line;
        Rule rule = RuleParser.parse(text);
        String name =
                named
                        ? before
                        : RuleTexts.name(
                                rule,
                                UUID.nameUUIDFromBytes(
                                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new Entry(name, text, rule);
    }

    private static boolean isNameLetter(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ' ';
    }

    private static ServiceException bad(Path file, int index, String what) {
        return new ServiceException("rule.syntax", file + " line " + (index + 1) + ": " + what, "");
    }
}
