package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.RulePrinter;

/// Rules in words.
final class RuleWords {
    private RuleWords() {}

    static String sentence(Rule rule) {
        return RulePrinter.print(rule);
    }
}
