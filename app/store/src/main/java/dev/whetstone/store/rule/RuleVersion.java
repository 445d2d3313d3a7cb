package dev.whetstone.store.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One version of a labeling function; the one with the highest number is current.
///
/// @param version counts from 1
/// @param text the rule in the language of rules, canonical print-out
/// @param slots values of the rule's slots by name
/// @param concepts definitions that the rule brings with it, by name: words, phrases, patterns
public record RuleVersion(
        UUID ruleId,
        int version,
        String name,
        String text,
        RuleState state,
        String author,
        RuleSource source,
        Map<String, Double> slots,
        Map<String, List<String>> concepts,
        Instant at) {
    public RuleVersion {
        slots = Map.copyOf(slots);
        concepts = Map.copyOf(concepts);
        if (version < 1 || name.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a rule has a version from 1, a name and a text");
        }
    }

    /// This version with other slot values, e.g. to see how it would vote; not to be saved.
    public RuleVersion withSlots(Map<String, Double> values) {
        return new RuleVersion(
                ruleId, version, name, text, state, author, source, values, concepts, at);
    }

    /// The next version of this rule with another state.
    public RuleVersion withState(RuleState newState, String by, Instant now) {
        return new RuleVersion(
                ruleId, version + 1, name, text, newState, by, source, slots, concepts, now);
    }

    /// The next version of this rule with another text and slot values.
    public RuleVersion withText(
            String newText, Map<String, Double> newSlots, String by, Instant now) {
        return new RuleVersion(
                ruleId, version + 1, name, newText, state, by, source, newSlots, concepts, now);
    }
}
