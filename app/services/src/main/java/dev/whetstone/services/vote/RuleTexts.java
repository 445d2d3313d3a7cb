package dev.whetstone.services.vote;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.services.failure.ServiceException;
import java.util.Locale;
import java.util.UUID;

/// Reads rules that people typed, and says where a fault is.
public final class RuleTexts {
    private RuleTexts() {}

    /// Where in a text, counted from 1.
    public record Position(int line, int column) {
        public static Position of(String text, int offset) {
            int at = Math.min(offset, text.length());
            int lineStart = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
            int breaks = (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
            return new Position(breaks + 1, at - lineStart + 1);
        }
    }

    /// @throws ServiceException `rule.syntax` with the position
    public static Rule parse(String text) {
        try {
            return RuleParser.parse(text);
        } catch (RuleSyntaxException e) {
            Position at = Position.of(text, e.start());
            throw new ServiceException(
                    "rule.syntax",
                    "line " + at.line() + ", column " + at.column() + ": " + e.getMessage(),
                    e.expected().isEmpty() ? "" : "Expected: " + String.join(", ", e.expected()),
                    e);
        }
    }

    /// A name for a rule that got none: its first words, and digits of its id.
    public static String name(Rule rule, UUID id) {
        String text = RulePrinter.print(rule).toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        for (String word : text.split("[^a-z0-9_]+", -1)) {
            boolean structural = word.length() < 2 || word.equals("when");
            if (!structural && name.length() + word.length() < 40) {
                name.append(name.isEmpty() ? "" : "_").append(word);
            }
        }
        String digits = id.toString();
        return name + "_" + digits.substring(digits.length() - 4);
    }
}
