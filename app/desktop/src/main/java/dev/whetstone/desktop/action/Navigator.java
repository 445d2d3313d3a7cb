package dev.whetstone.desktop.action;

import dev.whetstone.core.judgement.Explanation;
import java.util.UUID;

/// The way from one screen to another.
public interface Navigator {
    void show(ScreenId screen);

    /// Opens the desk at a comparison.
    void openComparison(UUID comparison);

    /// Opens the question about a sentence that waits and has two meanings; afterwards, the rules.
    void ask(UUID comparison, Explanation sentence);

    /// Opens the rules at a rule.
    void openRule(UUID rule);

    /// Opens the rules with an empty editor for some pairs that want a rule.
    void writeRule(RuleStart start);
}
