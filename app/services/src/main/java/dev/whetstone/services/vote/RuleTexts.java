package dev.whetstone.services.vote;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotDefaults;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.english.RuleEnglish;
import dev.whetstone.core.lf.syntax.DetectorNames;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.services.failure.ServiceException;
import java.util.Set;

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
            throw fault(
                    "rule.syntax",
                    text,
                    e,
                    e.expected().isEmpty() ? "" : "Expected: " + String.join(", ", e.expected()));
        }
    }

    /// Reads a rule that may ask these detectors only.
    ///
    /// @throws ServiceException `rule.syntax` or `rule.detector`, with the position
    public static Rule parse(String text, Set<String> detectors) {
        Rule rule = parse(text);
        try {
            DetectorNames.check(text, detectors);
            return rule;
        } catch (RuleSyntaxException e) {
            throw fault(
                    "rule.detector",
                    text,
                    e,
                    detectors.isEmpty()
                            ? "Make one with: whetstone detectors add PROJECT NAME"
                            : "There are #" + String.join(", #", detectors) + ".");
        }
    }

    private static ServiceException fault(
            String code, String text, RuleSyntaxException e, String advice) {
        Position at = Position.of(text, e.start());
        return new ServiceException(
                code,
                "line " + at.line() + ", column " + at.column() + ": " + e.getMessage(),
                advice,
                e);
    }

    /// The values that a rule votes with: its own, or starting values where nothing was fitted.
    public static SlotValues inUse(Rule rule, SlotValues own) {
        return own.values().isEmpty() ? SlotDefaults.of(rule) : own;
    }

    /// A rule in words, with the values that it votes with.
    public static String sentence(Rule rule, SlotValues own) {
        return RuleEnglish.of(rule, inUse(rule, own));
    }
}
