package dev.whetstone.core.lf.english;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.InstructionArgs;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Conditions as clauses: "the response does not mention "deductible"".
final class ConditionEnglish {
    private final MeasureEnglish measures;

    ConditionEnglish(SlotValues slots) {
        this.measures = new MeasureEnglish(slots);
    }

    MeasureEnglish measures() {
        return measures;
    }

    String of(Bool condition) {
        return switch (condition) {
            case Bool.And(var operands) -> joined(operands, " and ");
            case Bool.Or(var operands) -> joined(operands, " or ");
            case Bool.Not(Call call) -> call(call, "not");
            case Bool.Not(Bool.Not(var inner)) -> of(inner);
            case Bool.Not(Bool.And(var operands)) ->
                    notAll(operands).orElseGet(() -> of(new Bool.Or(negated(operands))));
            case Bool.Not(Bool.Or(var operands)) -> neither(operands);
            case Bool.Not(Bool.Compare(var left, var relation, var right)) ->
                    compare(left, relation.negated(), right);
            case Bool.Not(Bool.CompareLang(var left, var relation, var right)) ->
                    languages(left, relation.negated(), right);
            case Bool.Compare(var left, var relation, var right) -> compare(left, relation, right);
            case Bool.CompareLang(var left, var relation, var right) ->
                    languages(left, relation, right);
            case Call call -> call(call, "");
        };
    }

    private String joined(List<Bool> operands, String join) {
        return operands.stream()
                .map(
                        operand ->
                                isChoice(operand) && join.equals(" and ")
                                        ? "either " + of(operand)
                                        : of(operand))
                .collect(Collectors.joining(join));
    }

    /// Whether a condition is said with "or" between its parts.
    private boolean isChoice(Bool condition) {
        return switch (condition) {
            case Bool.Or _ -> true;
            case Bool.Not(Bool.Not(var inner)) -> isChoice(inner);
            case Bool.Not(Bool.And(var operands)) -> notAll(operands).isEmpty();
            default -> false;
        };
    }

    private String neither(List<Bool> operands) {
        return Frame.ofAll(operands, measures)
                .map(Frame::neither)
                .orElseGet(() -> of(new Bool.And(negated(operands))));
    }

    private Optional<String> notAll(List<Bool> operands) {
        return Frame.ofAll(operands, measures).map(Frame::notAll);
    }

    private static List<Bool> negated(List<Bool> operands) {
        return operands.stream()
                .map(operand -> operand instanceof Bool.Not(var inner) ? inner : Bool.not(operand))
                .toList();
    }

    private String compare(Num left, Relation relation, Num right) {
        if (left instanceof Call call && call.function().countsWhole()) {
            String counted = measures.noun(call);
            String subject = TextEnglish.of(call.args().getFirst());
            if (right instanceof Num.Constant(double value)) {
                return subject + " has " + quantity(relation, value, counted);
            }
            return subject + " has " + words(relation) + measures.of(right) + " " + counted;
        }
        if (left instanceof Call call && right instanceof Num.Slot) {
            Optional<String> manner = manner(call, relation);
            if (manner.isPresent()) {
                return TextEnglish.of(call.args().getFirst()) + manner.get();
            }
        }
        String than = relation == Relation.LESS ? "less than " : words(relation);
        return measures.of(left) + " is " + than + measures.of(right);
    }

    /// How a text sounds, where the limit is fitted and its value would say nothing to a reader.
    private static Optional<String> manner(Call measure, Relation relation) {
        boolean little = relation == Relation.LESS || relation == Relation.AT_MOST;
        boolean much = relation == Relation.GREATER || relation == Relation.AT_LEAST;
        if (!little && !much) {
            return Optional.empty();
        }
        return switch (measure.function()) {
            case TONE ->
                    Optional.of(
                            (much ? " sounds " : " does not sound ")
                                    + ((Choice.Manner) measure.args().get(1)).value().english());
            case SCORE ->
                    Optional.of(
                            (much ? " reads as " : " does not read as ")
                                    + TextEnglish.detector(measure.args().get(1))
                                    + " (detector)");
            case SENTIMENT -> Optional.of(much ? " sounds positive" : " sounds negative");
            default -> Optional.empty();
        };
    }

    private static String quantity(Relation relation, double value, String counted) {
        String number = RulePrinter.number(value);
        boolean none =
                (value == 0 && (relation == Relation.EQUAL || relation == Relation.AT_MOST))
                        || (value == 1 && relation == Relation.LESS);
        boolean some =
                (value == 1 && relation == Relation.AT_LEAST)
                        || (value == 0
                                && (relation == Relation.GREATER
                                        || relation == Relation.NOT_EQUAL));
        if (none) {
            return "no " + counted;
        }
        return some ? "some " + counted : words(relation) + number + " " + counted;
    }

    private static String words(Relation relation) {
        return switch (relation) {
            case LESS -> "fewer than ";
            case AT_MOST -> "at most ";
            case EQUAL -> "exactly ";
            case NOT_EQUAL -> "not exactly ";
            case AT_LEAST -> "at least ";
            case GREATER -> "more than ";
        };
    }

    private static String languages(Lang left, Relation relation, Lang right) {
        String is = relation == Relation.EQUAL ? " is " : " is not ";
        if (left instanceof Call call && right instanceof Lang.Code(var language)) {
            return TextEnglish.of(call.args().getFirst()) + is + "in " + language.english();
        }
        if (left instanceof Call first && right instanceof Call second) {
            return TextEnglish.of(first.args().getFirst())
                    + is
                    + "in the language of "
                    + TextEnglish.of(second.args().getFirst());
        }
        return language(left) + is + language(right);
    }

    private static String language(Lang lang) {
        return switch (lang) {
            case Lang.Code(var language) -> language.english();
            case Call call -> "the language of " + TextEnglish.of(call.args().getFirst());
        };
    }

    private String call(Call call, String not) {
        List<Arg> args = call.args();
        String text = TextEnglish.of(args.getFirst());
        boolean negated = !not.isEmpty();
        return switch (call.function()) {
            case CONTAINS ->
                    text + (negated ? " does not contain " : " contains ") + pattern(args, 1);
            case MENTIONS ->
                    text + (negated ? " does not mention " : " mentions ") + pattern(args, 1);
            case STARTS_WITH ->
                    text + (negated ? " does not start with " : " starts with ") + pattern(args, 1);
            case ENDS_WITH ->
                    text + (negated ? " does not end with " : " ends with ") + pattern(args, 1);
            case NEAR ->
                    text
                            + (negated ? " does not have " : " has ")
                            + pattern(args, 1)
                            + " within "
                            + measures.of((Num) args.get(3))
                            + " words of "
                            + pattern(args, 2);
            case BEFORE ->
                    text
                            + (negated ? " does not have " : " has ")
                            + pattern(args, 1)
                            + " before "
                            + pattern(args, 2);
            case ORDERED ->
                    text
                            + (negated ? " does not follow" : " follows")
                            + " the order "
                            + args.stream()
                                    .skip(1)
                                    .map(TextEnglish::pattern)
                                    .collect(Collectors.joining(", "));
            case DEFINES ->
                    text + (negated ? " does not explain " : " explains ") + pattern(args, 1);
            case ASKS_FOR ->
                    text
                            + (negated ? " does not ask for " : " asks for ")
                            + ((Choice.Request) args.get(1)).value().english();
            case ASKS_USER_FOR ->
                    text
                            + (negated ? " does not ask the reader for " : " asks the reader for ")
                            + pattern(args, 1);
            case DETECTS ->
                    text
                            + (negated ? " does not read as " : " reads as ")
                            + TextEnglish.detector(args.get(1))
                            + " (detector)";
            case YES_NO_QUESTION ->
                    text + (negated ? " asks no yes-or-no question" : " asks a yes-or-no question");
            case GREETS ->
                    text
                            + (negated
                                    ? " does not start with a greeting"
                                    : " starts with a greeting");
            case REFUSES -> text + (negated ? " does not refuse" : " refuses") + " to answer";
            case TRUNCATED -> text + (negated ? " is not cut off" : " is cut off");
            case IS_JSON -> text + (negated ? " is not valid JSON" : " is valid JSON");
            case ALL ->
                    (negated ? "not " : "")
                            + "every "
                            + TextEnglish.element(args.getFirst())
                            + " is such that "
                            + of((Bool) args.get(1));
            case SOME ->
                    (negated ? "no " : "some ")
                            + TextEnglish.element(args.getFirst())
                            + " is such that "
                            + of((Bool) args.get(1));
            case IFEVAL ->
                    text
                            + (negated ? " does not pass" : " passes")
                            + " IFEval's check “"
                            + InstructionEnglish.of(InstructionArgs.setting(args))
                            + "”";
            default -> throw new IllegalStateException(call.function() + " is no condition");
        };
    }

    private static String pattern(List<Arg> args, int index) {
        return TextEnglish.pattern(args.get(index));
    }
}
