package dev.whetstone.core.explain;

import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Said;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Whole;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Direction;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Margin;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.RuleTypeException;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Turns what was said into rules, by the box it was typed in and the reply that was chosen.
final class RuleBuilder {
    private final Whole whole;
    private final Box box;
    private final Chosen chosen;

    private RuleBuilder(Whole whole, Box box, Chosen chosen) {
        this.whole = whole;
        this.box = box;
        this.chosen = chosen;
    }

    /// The rules that a statement comes to, the main one first; empty where it comes to none.
    static List<Rule> build(Whole whole, Box box, Chosen chosen) {
        try {
            return new RuleBuilder(whole, box, chosen).rules();
        } catch (RuleTypeException illTyped) {
            // such a combination of meanings is no reading
            return List.of();
        }
    }

    private List<Rule> rules() {
        List<Meaning> better = new ArrayList<>();
        List<Meaning> worse = new ArrayList<>();
        Role preferred = preferred();
        for (Said said : whole.said()) {
            switch (side(said, preferred)) {
                case BETTER -> better.add(said.content());
                case WORSE -> worse.add(said.content());
                case NONE -> {}
            }
        }
        return compose(better, worse);
    }

    private enum Side {
        BETTER,
        WORSE,
        NONE
    }

    /// Which reply a clause speaks of: the better, the worse, or both (which decides nothing).
    private Side side(Said said, Role preferred) {
        return switch (said.role()) {
            case BOTH, NEITHER -> Side.NONE;
            case CHOSEN -> Side.BETTER;
            case A, B -> said.role() == preferred ? Side.BETTER : Side.WORSE;
            case IT -> own(said.content());
            case OTHER -> own(said.content()) == Side.BETTER ? Side.WORSE : Side.BETTER;
        };
    }

    private Side own(Meaning content) {
        return switch (box) {
            case BETTER -> Side.BETTER;
            case WORSE -> Side.WORSE;
            case COMMENT -> praises(content) ? Side.BETTER : Side.WORSE;
        };
    }

    /// The letter of the chosen reply; where it is not known, the one that the words speak well of.
    private Role preferred() {
        if (chosen != Chosen.UNKNOWN) {
            return chosen == Chosen.A ? Role.A : Role.B;
        }
        for (Said said : whole.said()) {
            if ((said.role() == Role.A || said.role() == Role.B)
                    && !(said.content() instanceof Meaning.Mark)) {
                boolean good =
                        switch (box) {
                            case BETTER -> true;
                            case WORSE -> false;
                            case COMMENT -> praises(said.content());
                        };
                return good == (said.role() == Role.A) ? Role.A : Role.B;
            }
        }
        return Role.A;
    }

    private static boolean praises(Meaning content) {
        return switch (content) {
            case Test(var bool, var leaning) ->
                    leaning == Leaning.MERIT || (leaning == Leaning.NEUTRAL && !negative(bool));
            case Degree degree -> !degree.excess();
            default -> false;
        };
    }

    private static boolean negative(Bool bool) {
        return switch (bool) {
            case Bool.Not _ -> true;
            case Bool.Compare(_, var relation, Num.Constant(var value)) ->
                    relation == Relation.EQUAL && value == 0;
            case Bool.And(var operands) -> operands.stream().allMatch(RuleBuilder::negative);
            default -> false;
        };
    }

    private List<Rule> compose(List<Meaning> better, List<Meaning> worse) {
        List<Rule> preferences = new ArrayList<>();
        List<Bool> goods = conditions(better, Verdict.GOOD);
        List<Bool> bads = conditions(worse, Verdict.BAD);
        if (goods.isEmpty() && bads.isEmpty()) {
            better.forEach(content -> addPreference(content, true, preferences));
            worse.forEach(content -> addPreference(content, false, preferences));
            return preferences.stream().distinct().toList();
        }
        better.forEach(content -> addThreshold(content, goods));
        worse.forEach(content -> addThreshold(content, bads));
        return List.of(rule(all(goods), all(bads)));
    }

    /// What the reply must meet for the verdict: a wish unmet is a fault, a wish met a merit.
    private static List<Bool> conditions(List<Meaning> contents, Verdict verdict) {
        List<Bool> found = new ArrayList<>();
        for (Meaning content : contents) {
            if (content instanceof Test(var bool, _)) {
                found.add(bool);
            } else if (content instanceof Wish(var bool)) {
                found.add(verdict == Verdict.GOOD ? bool : Terms.negated(bool));
            }
        }
        return found;
    }

    private void addPreference(Meaning content, boolean spokenOfIsBetter, List<Rule> rules) {
        if (content instanceof Degree(var measure, var high, var margin, _)) {
            Direction direction = high == spokenOfIsBetter ? Direction.HIGHER : Direction.LOWER;
            Margin by =
                    Double.isNaN(margin)
                            ? new Margin.BySlot(new Num.Slot("m"))
                            : new Margin.By(margin);
            Gate gate =
                    whole.gates().isEmpty()
                            ? new Gate.Always()
                            : new Gate.When(all(whole.gates()).getFirst());
            rules.add(new Rule.Prefer(direction, measure, by, gate));
        }
    }

    /// Beside other conditions, "too long" is a condition too.
    private static void addThreshold(Meaning content, List<Bool> conditions) {
        if (!conditions.isEmpty() && content instanceof Degree(var measure, var high, _, _)) {
            conditions.add(QualityRules.threshold(new Meaning.Quality(measure, false, high)));
        }
    }

    /// The conjunction with slots kept apart; no or one element.
    private static List<Bool> all(List<Bool> bools) {
        List<Bool> parts = new ArrayList<>();
        for (Bool bool : bools) {
            parts.add(
                    parts.isEmpty()
                            ? bool
                            : Slots.fresh(bool, Bool.and(parts.toArray(Bool[]::new))));
        }
        return parts.isEmpty() ? List.of() : List.of(Bool.and(parts.toArray(Bool[]::new)));
    }

    private Rule rule(List<Bool> good, List<Bool> bad) {
        if (!good.isEmpty() && !bad.isEmpty()) {
            if (Scopes.of(bad.getFirst()).contains(Scope.OTHER)) {
                throw new RuleTypeException("what is compared already is not compared again");
            }
            Bool other = Terms.in(bad.getFirst(), Scope.OTHER);
            return new Rule.Over(gated(Bool.and(good.getFirst(), other)));
        }
        Bool condition = good.isEmpty() ? bad.getFirst() : good.getFirst();
        if (Scopes.of(condition).contains(Scope.OTHER)) {
            if (bad.isEmpty()) {
                return new Rule.Over(gated(condition));
            }
            throw new RuleTypeException("a ratio speaks of the better reply");
        }
        if (box == Box.COMMENT) {
            // said in comparing the two: one reply has it and the other has not
            Bool negated = Terms.negated(condition);
            return new Rule.Over(
                    gated(
                            bad.isEmpty()
                                    ? Bool.and(condition, Terms.in(negated, Scope.OTHER))
                                    : Bool.and(negated, Terms.in(condition, Scope.OTHER))));
        }
        return new Rule.Judge(good.isEmpty() ? Verdict.BAD : Verdict.GOOD, gated(condition));
    }

    private Bool gated(Bool condition) {
        List<Bool> parts = new ArrayList<>(whole.gates());
        if (parts.isEmpty() && needsRequest(condition)) {
            // nearly every reply is no JSON; the complaint is about a prompt that asked for it
            parts.add(ClauseRules.asksFor(dev.whetstone.core.text.RequestType.JSON));
        }
        if (condition instanceof Bool.And(var operands)) {
            operands.stream().filter(operand -> !parts.contains(operand)).forEach(parts::add);
        } else {
            parts.add(condition);
        }
        if (parts.stream().anyMatch(part -> parts.contains(Terms.negated(part)))
                || parts.stream()
                        .anyMatch(low -> parts.stream().anyMatch(high -> apart(low, high)))) {
            throw new RuleTypeException("a thing and its opposite");
        }
        return Bool.and(parts.toArray(Bool[]::new));
    }

    /// "at least 30 and fewer than 20": no text is so.
    private static boolean apart(Bool one, Bool other) {
        return inTwoLanguages(one, other)
                || one instanceof Bool.Compare(var left, var above, Num.Constant(var low))
                        && other
                                instanceof Bool.Compare(var same, var below, Num.Constant(var high))
                        && left.equals(same)
                        && (above == Relation.AT_LEAST || above == Relation.GREATER)
                        && (below == Relation.AT_MOST || below == Relation.LESS)
                        && low > high;
    }

    private static boolean inTwoLanguages(Bool one, Bool other) {
        return one instanceof Bool.CompareLang(var text, var is, var language)
                && other instanceof Bool.CompareLang(var same, var too, var second)
                && is == Relation.EQUAL
                && too == Relation.EQUAL
                && text.equals(same)
                && !language.equals(second);
    }

    private static boolean needsRequest(Bool condition) {
        return condition instanceof Bool.Not(Call(var function, _)) && function == Function.IS_JSON;
    }
}
