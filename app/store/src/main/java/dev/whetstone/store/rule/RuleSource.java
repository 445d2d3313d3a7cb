package dev.whetstone.store.rule;

import java.util.UUID;

/// Where a rule comes from.
public sealed interface RuleSource {
    /// A person wrote it in the language of rules.
    record Written() implements RuleSource {}

    /// It was read from the explanation of this judgement.
    record Explained(UUID judgementId) implements RuleSource {}

    /// The program proposed it, e.g. mined from choices that no rule explains.
    record Suggested(String by) implements RuleSource {}
}
