package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A text file of rules: one a line, with an optional `name:` before it; `#` starts a comment line;
/// `@concept name = {"words"}` defines a concept.
///
/// @param rules in the order of the file; a rule without a name is called `rule-3` after its line
/// @param concepts those that the file defines
public record RulesFile(List<NamedRule> rules, Concepts concepts) {
    private static final int MOST_RULES = 10_000;

    /// @param line counted from 1
    public record NamedRule(String name, Rule rule, int line) {}

    /// A fault in a rules file.
    public static final class RulesFileException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final int column;

        RulesFileException(String file, int line, int column, String message) {
            super(file + ":" + line + ":" + column + ": " + message);
            this.line = line;
            this.column = column;
        }

        /// Counted from 1.
        public int line() {
            return line;
        }

        /// Counted from 1.
        public int column() {
            return column;
        }
    }

    public RulesFile {
        rules = List.copyOf(rules);
    }

    /// Reads a file's text where there are no detectors.
    ///
    /// @param file the name that messages give
    /// @throws RulesFileException at the first fault, with file, line and column
    public static RulesFile parse(String file, String text) throws RulesFileException {
        return parse(file, text, Set.of());
    }

    /// Reads a file's text.
    ///
    /// @param file the name that messages give
    /// @param detectors names of those that the rules may ask
    /// @throws RulesFileException at the first fault, with file, line and column
    public static RulesFile parse(String file, String text, Set<String> detectors)
            throws RulesFileException {
        List<NamedRule> rules = new ArrayList<>();
        Concepts concepts = Concepts.NONE;
        Set<String> names = new LinkedHashSet<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            int offset = 0;
            try {
                if (ConceptLine.starts(line)) {
                    ConceptLine concept = ConceptLine.parse(line);
                    if (concepts.has(concept.name())) {
                        throw new RulesFileException(
                                file, number, 1, "@" + concept.name() + " is defined twice");
                    }
                    concepts = concepts.with(concept.name(), concept.patterns());
                    continue;
                }
                offset = nameEnd(line);
                String name =
                        offset == 0 ? "rule-" + number : line.substring(0, offset - 1).strip();
                if (!names.add(name)) {
                    throw new RulesFileException(
                            file, number, 1, "the name \"" + name + "\" is used twice");
                }
                if (rules.size() == MOST_RULES) {
                    throw new RulesFileException(
                            file, number, 1, "more than " + MOST_RULES + " rules");
                }
                String rule = line.substring(offset);
                rules.add(new NamedRule(name, RuleParser.parse(rule), number));
                DetectorNames.check(rule, detectors);
            } catch (RuleSyntaxException problem) {
                throw new RulesFileException(
                        file,
                        number,
                        offset + problem.start() + 1,
                        String.valueOf(problem.getMessage()));
            }
        }
        return new RulesFile(rules, concepts);
    }

    /// One past the colon of a leading name, or 0 when there is none.
    private static int nameEnd(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return 0;
        }
        for (int i = 0; i < colon; i++) {
            char c = line.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_-. ".indexOf(c) < 0) {
                return 0;
            }
        }
        return colon + 1;
    }

    /// The file's text in canonical spelling.
    public String print() {
        StringBuilder out = new StringBuilder();
        concepts.patterns()
                .forEach(
                        (name, patterns) ->
                                out.append(new ConceptLine(name, "", patterns).print())
                                        .append('\n'));
        for (NamedRule rule : rules) {
            out.append(rule.name())
                    .append(": ")
                    .append(RulePrinter.print(rule.rule()))
                    .append('\n');
        }
        return out.toString();
    }
}
