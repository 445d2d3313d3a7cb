package dev.whetstone.services.align;

import java.util.UUID;

/// One accepted rule before and after a run, on the prompts that the loop never used.
///
/// @param text in the rule language
/// @param sentence in words
/// @param weight what the label model says it is worth; 0 when the choices do not bear it out
/// @param applies replies of the last iteration that it says something of
/// @param before share of the start's replies that keep it, of those that it says something of; NaN
///     when it says nothing of any
/// @param after the same for the last iteration
public record RuleReport(
        UUID rule,
        String text,
        String sentence,
        double weight,
        int applies,
        double before,
        double after) {
    RuleReport withSentence(String newSentence) {
        return new RuleReport(rule, text, newSentence, weight, applies, before, after);
    }
}
