package dev.whetstone.core.lf.vote;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Direction;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.syntax.NormalForm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a rule says of one response alone.
///
/// @param verdict what it says of a response that meets the condition
/// @param condition the whole condition
/// @param applies the parts of the condition that do not look at the response: where they fail the
///     rule has nothing to say
/// @param twoSided whether a response that fails the condition is judged the opposite way
record SingleJudge(
        Verdict verdict, Code.Condition condition, Code.Condition applies, boolean twoSided) {

    /// The slot whose value makes `prefer` rules judge single responses.
    static final String CUT_OFF = "cutoff";

    /// Nothing for rules that need two responses.
    static Optional<SingleJudge> of(Rule rule, ConditionCompiler compiler, SlotValues slots) {
        return switch (rule) {
            case Rule.Judge(var verdict, var when) -> Optional.of(judge(verdict, when, compiler));
            case Rule.Over over ->
                    NormalForm.of(over) instanceof Rule.Judge(var verdict, _)
                            ? Optional.of(judge(verdict, ownPart(over.when()), compiler))
                            : Optional.empty();
            case Rule.Prefer prefer -> cutOff(prefer, compiler, slots);
        };
    }

    private static SingleJudge judge(Verdict verdict, Bool when, ConditionCompiler compiler) {
        return new SingleJudge(
                verdict, compiler.compile(when), applies(when, compiler), false);
    }

    /// The part of a lifted condition that speaks of X.
    private static Bool ownPart(Bool when) {
        if (when instanceof Bool.And(List<Bool> operands)) {
            for (Bool operand : operands) {
                if (!Scopes.of(operand).contains(Scope.OTHER)) {
                    return operand;
                }
            }
        }
        return when;
    }

    private static Code.Condition applies(Bool when, ConditionCompiler compiler) {
        if (!(when instanceof Bool.And(List<Bool> operands))) {
            return _ -> Truth.TRUE;
        }
        List<Bool> gates =
                operands.stream()
                        .filter(operand -> !Scopes.of(operand).contains(Scope.RESPONSE))
                        .toList();
        return switch (gates.size()) {
            case 0 -> _ -> Truth.TRUE;
            case 1 -> compiler.compile(gates.getFirst());
            default -> compiler.compile(new Bool.And(gates));
        };
    }

    private static Optional<SingleJudge> cutOff(
            Rule.Prefer prefer, ConditionCompiler compiler, SlotValues slots) {
        OptionalDouble value = slots.get(CUT_OFF);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Code.Measure measure = compiler.measure(prefer.measure());
        double cutOff = value.getAsDouble();
        boolean lower = prefer.direction() == Direction.LOWER;
        Code.Condition condition =
                frame -> {
                    double found = measure.of(frame);
                    return Double.isNaN(found)
                            ? Truth.UNKNOWN
                            : Truth.of(lower ? found <= cutOff : found >= cutOff);
                };
        Code.Condition gate =
                prefer.gate() instanceof Gate.When(var when)
                        ? compiler.compile(when)
                        : _ -> Truth.TRUE;
        return Optional.of(new SingleJudge(Verdict.GOOD, condition, gate, true));
    }
}
