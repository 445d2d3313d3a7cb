package dev.whetstone.core.reward.curve;

import dev.whetstone.core.evaluate.Estimate;

/// Accuracy after some judged comparisons.
///
/// @param comparisons how many
/// @param choices accuracy of choices alone on held-out judgements, ties left out
/// @param withRules the same of choices and rules
/// @param difference the latter minus the former, paired
/// @param rules in hand, mean of all draws
/// @param labels pairs that only rules labelled, mean of all draws
/// @param worth of as many comparisons with rules
public record CurvePoint(
        int comparisons,
        Estimate choices,
        Estimate withRules,
        Estimate difference,
        double rules,
        double labels,
        Worth worth) {
    public Effect effect() {
        return Effect.of(difference);
    }
}
