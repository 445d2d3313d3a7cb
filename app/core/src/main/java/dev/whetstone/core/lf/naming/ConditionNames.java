package dev.whetstone.core.lf.naming;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A condition as words joined by hyphens: `no-bullets`, `over-60-words`, `asked`.
final class ConditionNames {
    private final Bool condition;

    ConditionNames(Bool condition) {
        this.condition = condition;
    }

    String words() {
        return of(condition);
    }

    private static String of(Bool condition) {
        return switch (condition) {
            case Bool.And(var parts) -> joined(parts, "-and-");
            case Bool.Or(var parts) -> joined(parts, "-or-");
            case Bool.Not(Call call) -> absent(call);
            case Bool.Not(Bool.Not(var inner)) -> of(inner);
            case Bool.Not(Bool.Compare(var left, var relation, var right)) ->
                    compare(left, relation.negated(), right);
            case Bool.Not(Bool.CompareLang(var left, var relation, var right)) ->
                    languages(left, relation.negated(), right);
            case Bool.Not(var other) -> "not-" + of(other);
            case Bool.Compare(var left, var relation, var right) -> compare(left, relation, right);
            case Bool.CompareLang(var left, var relation, var right) ->
                    languages(left, relation, right);
            case Call call -> present(call);
        };
    }

    private static String joined(List<Bool> parts, String join) {
        return parts.stream().map(ConditionNames::of).collect(Collectors.joining(join));
    }

    private static String compare(Num left, Relation relation, Num right) {
        if (left instanceof Num.Constant || left instanceof Num.Slot) {
            return right instanceof Num.Constant || right instanceof Num.Slot
                    ? "always"
                    : compare(right, relation.mirrored(), left);
        }
        boolean low = relation == Relation.LESS || relation == Relation.AT_MOST;
        if (left instanceof Call call && !call.function().countsWhole()) {
            return graded(call, low);
        }
        String noun = MeasureNames.of(left);
        if (!(right instanceof Num.Constant(double value))) {
            return (low ? "few-" : "many-") + noun;
        }
        boolean none =
                (value == 0 && (relation == Relation.EQUAL || relation == Relation.AT_MOST))
                        || (value == 1 && relation == Relation.LESS);
        boolean some =
                (value == 1 && relation == Relation.AT_LEAST)
                        || (value == 0
                                && (relation == Relation.GREATER
                                        || relation == Relation.NOT_EQUAL));
        if (none) {
            return "no-" + noun;
        }
        return some ? "has-" + noun : limit(relation) + MeasureNames.number(value) + "-" + noun;
    }

    private static String limit(Relation relation) {
        return switch (relation) {
            case LESS -> "under-";
            case AT_MOST -> "up-to-";
            case EQUAL -> "exactly-";
            case NOT_EQUAL -> "not-";
            case AT_LEAST -> "from-";
            case GREATER -> "over-";
        };
    }

    private static String graded(Call call, boolean low) {
        return switch (call.function()) {
            case TONE, SCORE -> (low ? "not-" : "") + MeasureNames.of(call);
            case SENTIMENT ->
                    low
                            ? (Scopes.of(call).contains(Scope.PROMPT) ? "upset" : "negative")
                            : "positive";
            default -> (low ? "low-" : "high-") + MeasureNames.of(call);
        };
    }

    private static String languages(Lang left, Relation relation, Lang right) {
        boolean same = relation == Relation.EQUAL;
        if (right instanceof Lang.Code(var language)) {
            return (same ? "in-" : "not-in-") + language.english().toLowerCase(Locale.ROOT);
        }
        return left instanceof Lang.Code
                ? languages(right, relation, left)
                : (same ? "same-language" : "other-language");
    }

    private static String present(Call call) {
        List<Arg> args = call.args();
        return switch (call.function()) {
            case CONTAINS, MENTIONS ->
                    (Scopes.of(call).contains(Scope.PROMPT) ? "" : "has-") + pattern(call, 1);
            case STARTS_WITH -> "starts-with-" + pattern(call, 1);
            case ENDS_WITH -> "ends-with-" + pattern(call, 1);
            case NEAR -> pattern(call, 1) + "-near-" + pattern(call, 2);
            case BEFORE -> pattern(call, 1) + "-before-" + pattern(call, 2);
            case ORDERED -> "ordered-" + pattern(call, 1);
            case DEFINES -> "explains-" + pattern(call, 1);
            case ASKS_FOR -> "asked-for-" + RulePrinter.print(args.get(1)).replace('_', '-');
            case ASKS_USER_FOR -> "asks-for-" + pattern(call, 1);
            case DETECTS -> MeasureNames.detector(call);
            case TRUNCATED -> "cut-off";
            case IFEVAL -> RulePrinter.print(args.get(1)).replace('_', '-');
            case ALL -> "every-" + element(args.getFirst()) + "-" + of((Bool) args.get(1));
            case SOME -> "some-" + element(args.getFirst()) + "-" + of((Bool) args.get(1));
            default -> call.function().id().replace('_', '-');
        };
    }

    private static String absent(Call call) {
        return switch (call.function()) {
            case CONTAINS, MENTIONS, NEAR, BEFORE -> "no-" + without(present(call), "has-");
            case GREETS -> "no-greeting";
            case ASKS_FOR -> "not-" + present(call);
            case DEFINES -> "unexplained-" + pattern(call, 1);
            default -> "not-" + present(call);
        };
    }

    private static String without(String text, String start) {
        return text.startsWith(start) ? text.substring(start.length()) : text;
    }

    private static String pattern(Call call, int index) {
        return MeasureNames.pattern(call.args().get(index));
    }

    private static String element(Arg list) {
        return switch (((Call) list).function()) {
            case PARAGRAPHS_OF -> "paragraph";
            case SENTENCES_OF -> "sentence";
            case QUESTIONS_IN -> "question";
            case VARIANTS_OF -> "loosely";
            default -> "item";
        };
    }
}
