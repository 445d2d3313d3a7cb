package dev.whetstone.core.lf.english;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Direction;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Margin;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.ArrayList;
import java.util.List;

/// Says a rule as a sentence that an expert reads at a glance, e.g. "if the prompt asks for a
/// bullet list and the response has no bullet points, it is worse".
public final class RuleEnglish {
    private RuleEnglish() {}

    public static String of(Rule rule) {
        return of(rule, SlotValues.NONE);
    }

    /// @param slots values to name in place of "the limit"
    public static String of(Rule rule, SlotValues slots) {
        ConditionEnglish english = new ConditionEnglish(slots);
        return switch (rule) {
            case Rule.Judge(var verdict, var when) ->
                    "if "
                            + english.of(promptFirst(when))
                            + ", it is "
                            + (verdict == Verdict.GOOD ? "better" : "worse");
            case Rule.Over(var when) -> "a response is better if " + english.of(promptFirst(when));
            case Rule.Prefer prefer -> prefer(prefer, english);
        };
    }

    /// A condition as a clause: "the response has no bullet points".
    public static String condition(Bool condition, SlotValues slots) {
        return new ConditionEnglish(slots).of(condition);
    }

    /// A measure that responses are compared by: "higher number of words".
    public static String measure(Num measure, String side) {
        return new MeasureEnglish(SlotValues.NONE).compared(measure, side);
    }

    private static String prefer(Rule.Prefer prefer, ConditionEnglish english) {
        MeasureEnglish measures = english.measures();
        String side = prefer.direction() == Direction.LOWER ? "lower" : "higher";
        String margin =
                switch (prefer.margin()) {
                    case Margin.Any() -> "";
                    case Margin.By(double value) ->
                            " (by at least " + RulePrinter.number(value) + ")";
                    case Margin.ByPercent(double percent) ->
                            " (by at least " + RulePrinter.number(percent) + "%)";
                    case Margin.BySlot(var slot) -> " (by at least " + measures.of(slot) + ")";
                };
        String gate =
                prefer.gate() instanceof Gate.When(Bool condition)
                        ? "if " + english.of(condition) + ", "
                        : "";
        return gate
                + "the response with the "
                + measures.compared(prefer.measure(), side)
                + margin
                + " is better";
    }

    /// Conditions on the prompt alone are said first.
    private static Bool promptFirst(Bool condition) {
        if (!(condition instanceof Bool.And(List<Bool> operands))) {
            return condition;
        }
        List<Bool> prompt = new ArrayList<>();
        List<Bool> rest = new ArrayList<>();
        for (Bool operand : operands) {
            boolean onPrompt =
                    !Scopes.of(operand).contains(Scope.RESPONSE)
                            && !Scopes.of(operand).contains(Scope.OTHER);
            (onPrompt ? prompt : rest).add(operand);
        }
        prompt.addAll(rest);
        return new Bool.And(prompt);
    }
}
