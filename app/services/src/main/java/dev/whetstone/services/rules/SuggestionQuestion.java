package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Direction;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.english.RuleEnglish;
import dev.whetstone.core.mine.Evidence;

/// A mined rule as a question to the expert: what was seen, and whether it is meant.
final class SuggestionQuestion {
    private SuggestionQuestion() {}

    static String of(Rule rule, Evidence evidence) {
        return "In "
                + evidence.right()
                + " of "
                + evidence.size()
                + (evidence.size() == 1 ? " question" : " questions")
                + " the choice fits this. "
                + question(rule);
    }

    private static String question(Rule rule) {
        return switch (rule) {
            case Rule.Judge(var verdict, var when) ->
                    "Is a response "
                            + (verdict == Verdict.GOOD ? "better" : "worse")
                            + " for you when "
                            + RuleEnglish.condition(when, SlotValues.NONE)
                                    .replaceFirst("^the response ", "it ")
                            + "?";
            case Rule.Over(var when) ->
                    "Is a response better for you when "
                            + RuleEnglish.condition(when, SlotValues.NONE)
                            + "?";
            case Rule.Prefer prefer ->
                    "Of two responses, do you prefer the one with the "
                            + RuleEnglish.measure(
                                    prefer.measure(),
                                    prefer.direction() == Direction.HIGHER ? "higher" : "lower")
                            + "?";
        };
    }
}
