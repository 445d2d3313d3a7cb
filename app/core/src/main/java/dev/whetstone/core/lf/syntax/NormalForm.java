package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Margin;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The form in which rules of one meaning are one term: negation pushed inwards, commutative
/// operands sorted and without repeats, `>` and `>=` turned round, slots named in the order of
/// their first use, and `prefer X over Y when C(X) and not C(Y)` turned into `good(X) when C(X)`.
/// The result votes exactly as the rule does.
public final class NormalForm {
    private NormalForm() {}

    public static Rule of(Rule rule) {
        Rule normal =
                switch (rule) {
                    case Rule.Judge(var verdict, var when) ->
                            new Rule.Judge(verdict, condition(when));
                    case Rule.Over(var when) -> over(condition(when));
                    case Rule.Prefer(var direction, var measure, var margin, var gate) ->
                            new Rule.Prefer(
                                    direction,
                                    (Num) term(measure),
                                    margin,
                                    switch (gate) {
                                        case Gate.Always always -> always;
                                        case Gate.When(var when) -> new Gate.When(condition(when));
                                    });
                };
        return renamed(normal);
    }

    /// A coarser form, in which rules that always cast the same votes on pairs are one term:
    /// `good(X) when not C(X)` becomes `bad(X) when C(X)`, whatever condition on the prompt stands
    /// before both. Such rules say one thing of two replies, and different things of one reply
    /// alone only where the language has no word for "neither good nor bad".
    public static Rule ofVotes(Rule rule) {
        Rule normal = of(rule);
        if (!(normal instanceof Rule.Judge(var verdict, var when))) {
            return normal;
        }
        List<Bool> gate = new ArrayList<>();
        List<Bool> body = new ArrayList<>();
        for (Bool operand : when instanceof Bool.And(var operands) ? operands : List.of(when)) {
            (Scopes.of(operand).contains(Scope.RESPONSE) ? body : gate).add(operand);
        }
        gate.add(Bool.not(Bool.and(body.toArray(Bool[]::new))));
        Rule turned =
                of(
                        new Rule.Judge(
                                verdict == Verdict.GOOD ? Verdict.BAD : Verdict.GOOD,
                                Bool.and(gate.toArray(Bool[]::new))));
        return RulePrinter.print(normal).compareTo(RulePrinter.print(turned)) <= 0
                ? normal
                : turned;
    }

    private static Rule over(Bool condition) {
        if (condition instanceof Bool.And(var operands) && operands.size() == 2) {
            for (int i = 0; i < 2; i++) {
                Bool one = operands.get(i);
                Bool other = operands.get(1 - i);
                boolean split =
                        !Scopes.of(one).contains(Scope.OTHER)
                                && !Scopes.of(other).contains(Scope.RESPONSE)
                                && Scopes.of(one).contains(Scope.RESPONSE);
                if (split && condition(Bool.not(exchanged(other))).equals(one)) {
                    return new Rule.Judge(Verdict.GOOD, one);
                }
            }
        }
        return new Rule.Over(condition);
    }

    private static Bool exchanged(Bool condition) {
        return (Bool)
                Terms.map(
                        condition,
                        scope ->
                                switch (scope) {
                                    case OTHER -> Scope.RESPONSE;
                                    case RESPONSE -> Scope.OTHER;
                                    case PROMPT, SOURCE, ITEM -> scope;
                                },
                        slot -> slot);
    }

    static Bool condition(Bool condition) {
        return normal(condition, Sign.PLAIN);
    }

    private enum Sign {
        PLAIN,
        NEGATED;

        Sign flipped() {
            return this == PLAIN ? NEGATED : PLAIN;
        }
    }

    private static Bool normal(Bool condition, Sign sign) {
        boolean negated = sign == Sign.NEGATED;
        return switch (condition) {
            case Bool.Not(var operand) -> normal(operand, sign.flipped());
            case Bool.And(var operands) -> joined(operands, sign, negated ? "or" : "and");
            case Bool.Or(var operands) -> joined(operands, sign, negated ? "and" : "or");
            case Bool.Compare(var left, var relation, var right) ->
                    compare(
                            (Num) term(left),
                            negated ? relation.negated() : relation,
                            (Num) term(right));
            case Bool.CompareLang(var left, var relation, var right) -> {
                var sorted = sorted(List.of(left, right));
                yield new Bool.CompareLang(
                        (Lang) sorted.get(0),
                        negated ? relation.negated() : relation,
                        (Lang) sorted.get(1));
            }
            case Call call -> quantified(call, sign);
        };
    }

    private static Bool quantified(Call call, Sign sign) {
        Function function = call.function();
        if (function == Function.ALL || function == Function.SOME) {
            Function used =
                    sign == Sign.PLAIN
                            ? function
                            : function == Function.ALL ? Function.SOME : Function.ALL;
            return Call.of(
                    used, term(call.args().getFirst()), normal((Bool) call.args().getLast(), sign));
        }
        Bool inner = (Bool) term(call);
        return sign == Sign.PLAIN ? inner : new Bool.Not(inner);
    }

    private static Bool joined(List<Bool> operands, Sign sign, String join) {
        List<Bool> parts = new ArrayList<>();
        for (Bool operand : operands) {
            Bool part = normal(operand, sign);
            if (join.equals("and") && part instanceof Bool.And(var inner)) {
                parts.addAll(inner);
            } else if (join.equals("or") && part instanceof Bool.Or(var inner)) {
                parts.addAll(inner);
            } else {
                parts.add(part);
            }
        }
        List<Bool> distinct = sorted(parts).stream().distinct().toList();
        if (distinct.size() == 1) {
            return distinct.getFirst();
        }
        return join.equals("and") ? new Bool.And(distinct) : new Bool.Or(distinct);
    }

    private static Bool compare(Num left, Relation relation, Num right) {
        if (left instanceof Num.Constant && !(right instanceof Num.Constant)) {
            return compare(right, relation.mirrored(), left);
        }
        if (left instanceof Call call
                && call.function().countsWhole()
                && right instanceof Num.Constant(double bound)
                && bound == Math.rint(bound)) {
            return compareCount(call, relation, bound);
        }
        boolean symmetric = relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
        boolean turn = symmetric && sortKey(left).compareTo(sortKey(right)) > 0;
        return turn
                ? new Bool.Compare(right, relation.mirrored(), left)
                : new Bool.Compare(left, relation, right);
    }

    /// Of a count, `> 2` is `>= 3`, `= 0` is `<= 0`, and one or more matches is `contains`.
    private static Bool compareCount(Call call, Relation relation, double bound) {
        return switch (relation) {
            case GREATER -> compareCount(call, Relation.AT_LEAST, bound + 1);
            case LESS -> compareCount(call, Relation.AT_MOST, bound - 1);
            case EQUAL, NOT_EQUAL ->
                    bound == 0
                            ? compareCount(
                                    call,
                                    relation == Relation.EQUAL
                                            ? Relation.AT_MOST
                                            : Relation.AT_LEAST,
                                    relation == Relation.EQUAL ? 0 : 1)
                            : new Bool.Compare(call, relation, new Num.Constant(bound));
            case AT_LEAST ->
                    call.function() == Function.COUNT && bound == 1
                            ? new Call(Function.CONTAINS, call.args())
                            : new Bool.Compare(call, relation, new Num.Constant(bound));
            case AT_MOST ->
                    call.function() == Function.COUNT && bound == 0
                            ? Bool.not(new Call(Function.CONTAINS, call.args()))
                            : new Bool.Compare(call, relation, new Num.Constant(bound));
        };
    }

    private static Arg term(Arg term) {
        return switch (term) {
            case Bool.Not not -> condition(not);
            case Bool.And and -> condition(and);
            case Bool.Or or -> condition(or);
            case Bool.Compare compare -> condition(compare);
            case Bool.CompareLang compare -> condition(compare);
            case Num.Product(var left, var right) -> {
                var sorted = sorted(List.of((Num) term(left), (Num) term(right)));
                yield new Num.Product(sorted.get(0), sorted.get(1));
            }
            case Num.Quotient(var left, var right) ->
                    new Num.Quotient((Num) term(left), (Num) term(right));
            case Call(var function, var args) -> {
                List<Arg> inner = new ArrayList<>(args.stream().map(NormalForm::term).toList());
                if (function == Function.OVERLAP) {
                    inner = new ArrayList<>(sorted(inner));
                }
                yield new Call(function, inner);
            }
            case Pattern.AnyOf(var literals) -> {
                var distinct = sorted(literals).stream().distinct().toList();
                yield distinct.size() == 1 ? distinct.getFirst() : new Pattern.AnyOf(distinct);
            }
            default -> term;
        };
    }

    private static <T extends Arg> List<T> sorted(List<T> terms) {
        return terms.stream().sorted(Comparator.comparing(NormalForm::sortKey)).toList();
    }

    /// A term's spelling with all slots alike, so that their names do not decide the order.
    private static String sortKey(Arg term) {
        return RulePrinter.print(Terms.map(term, scope -> scope, _ -> new Num.Slot("s")));
    }

    /// Slots are called s1, s2, ... in the order in which they are met.
    private static Rule renamed(Rule rule) {
        Map<String, String> names = new HashMap<>();
        UnaryOperator<Num.Slot> rename =
                slot ->
                        new Num.Slot(
                                names.computeIfAbsent(slot.name(), _ -> "s" + (names.size() + 1)));
        return switch (rule) {
            case Rule.Judge(var verdict, var when) ->
                    new Rule.Judge(verdict, (Bool) Terms.map(when, s -> s, rename));
            case Rule.Over(var when) -> new Rule.Over((Bool) Terms.map(when, s -> s, rename));
            case Rule.Prefer(var direction, var measure, var margin, var gate) -> {
                Num renamedMeasure = (Num) Terms.map(measure, s -> s, rename);
                Margin renamedMargin =
                        margin instanceof Margin.BySlot(var slot)
                                ? new Margin.BySlot(rename.apply(slot))
                                : margin;
                Gate renamedGate =
                        gate instanceof Gate.When(var when)
                                ? new Gate.When((Bool) Terms.map(when, s -> s, rename))
                                : gate;
                yield new Rule.Prefer(direction, renamedMeasure, renamedMargin, renamedGate);
            }
        };
    }
}
