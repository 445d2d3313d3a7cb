package dev.whetstone.services.accuracy;

import dev.whetstone.core.evaluate.HeadToHead;
import java.util.UUID;

/// The reward model beside a rule, on choices where the rule votes; ties, and the pair that the
/// rule was written on, are left out.
///
/// @param name as in rules files
/// @param sentence the rule in words
/// @param against the model first, the rule second
public record RuleAccuracy(UUID rule, String name, String sentence, HeadToHead against) {
    /// How much more often the rule is right than the model; NaN without choices.
    public double shortfall() {
        return against.second().value() - against.first().value();
    }
}
