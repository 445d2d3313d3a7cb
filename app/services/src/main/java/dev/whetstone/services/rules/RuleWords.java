package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.english.RuleEnglish;

/// Rules in words.
final class RuleWords {
    private RuleWords() {}

    static String sentence(Rule rule) {
        return RuleEnglish.of(rule);
    }
}
