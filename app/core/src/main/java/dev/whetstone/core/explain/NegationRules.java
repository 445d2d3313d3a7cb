package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Order;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// What a reply does not do, and what it does and another thing besides or instead.
final class NegationRules {
    private NegationRules() {}

    static void addTo(Grammar g) {
        negation(g);
        conjunction(g);
    }

    static List<Meaning> negate(Test test) {
        Leaning leaning = test.leaning() == Leaning.BLEMISH ? Leaning.MERIT : Leaning.NEUTRAL;
        return List.of(new Test(Terms.negated(test.bool()), leaning));
    }

    /// "Does not" reaches over an "and", but not over a second "not".
    private static List<Meaning> negateWhole(Test test) {
        return test.bool() instanceof Bool.And(var operands)
                        && operands.stream().anyMatch(operand -> operand instanceof Bool.Not)
                ? List.of()
                : negate(test);
    }

    private static void negation(Grammar g) {
        for (List<Category> before : List.of(List.of(NOT), List.of(DO, NOT), List.of(WILL, NOT))) {
            List<Category> withTest = new ArrayList<>(before);
            withTest.add(VP);
            int at = withTest.size() - 1;
            Category[] parts = withTest.toArray(Category[]::new);
            g.add(VP, 0, from(at, Test.class, NegationRules::negateWhole), parts);
            g.add(VP, 0, from(at, Order.class, OrderRules::negateOrder), parts);
            List<Category> mention = new ArrayList<>(before);
            mention.add(V_MENTION);
            mention.add(NP);
            g.add(
                    VP,
                    0,
                    from(
                            mention.size() - 1,
                            Things.class,
                            t -> asserted(Terms.unmentioned(t, Scope.RESPONSE))),
                    mention.toArray(Category[]::new));
            for (Category verb : List.of(V_HAVE, V_STATE, HAVE)) {
                List<Category> have = new ArrayList<>(before);
                have.add(verb);
                have.add(NP);
                g.add(
                        VP,
                        verb == V_STATE ? 0.05 : 0,
                        Contents.absent(have.size() - 1),
                        have.toArray(Category[]::new));
            }
        }
        // "repeats the disclaimer, once is enough"
        g.add(
                VP,
                0,
                from(1, Things.class, NegationRules::moreThanOnce),
                V_REPEAT,
                NP,
                COMMA,
                ONCE,
                BE,
                ENOUGH);
        for (Category joint : List.of(COMMA, BUT, AND)) {
            g.add(
                    VP,
                    0,
                    from(1, Things.class, NegationRules::moreThanOnce),
                    V_REPEAT,
                    NP,
                    joint,
                    ONCE,
                    SUFFICE);
            g.add(
                    VP,
                    0,
                    m ->
                            m.get(3) instanceof Meaning.Amount(var once) && once == 1
                                    ? moreThanOnce((Things) m.get(1))
                                    : List.of(),
                    V_REPEAT,
                    NP,
                    joint,
                    NUMBER,
                    SUFFICE);
        }
        g.pass(VP, 0.02, 1, WILL, VP);
        g.pass(VP, 0.02, 1, DO, VP);
        g.add(VP, 0, from(1, Test.class, t -> List.of(new Wish(t.bool()))), OUGHT, VP);
        g.add(
                VP,
                0,
                from(2, Test.class, t -> List.of(new Wish(Terms.negated(t.bool())))),
                OUGHT,
                NOT,
                VP);
        g.add(VP, 0, from(1, Order.class, o -> wishes(OrderRules.orderTest(o))), OUGHT, VP);
    }

    private static List<Meaning> moreThanOnce(Things things) {
        return single(things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .<Meaning>map(
                        num -> new Test(Terms.compare(num, Relation.AT_LEAST, 2), Leaning.BLEMISH))
                .toList();
    }

    private static List<Meaning> wishes(List<Meaning> tests) {
        return tests.stream().<Meaning>map(t -> new Wish(((Test) t).bool())).toList();
    }

    private static void conjunction(Grammar g) {
        for (Category joiner : List.of(AND, BUT)) {
            g.add(VP, 0.02, both(0, 2), VP, joiner, VP);
            g.add(VP, 0.02, both(0, 2), VP, joiner, TEST);
            g.add(VP, 0.02, both(0, 3), VP, COMMA, joiner, VP);
            g.add(VP, 0.02, both(0, 3), VP, COMMA, joiner, TEST);
        }
        g.add(VP, -0.05, both(1, 3), BOTH, VP, AND, VP);
        g.add(VP, 0.1, both(0, 1), VP, TEST);
        g.add(
                VP,
                0.02,
                from(
                        0,
                        Test.class,
                        2,
                        Test.class,
                        (a, b) -> List.of(new Test(Bool.or(a.bool(), b.bool()), a.leaning()))),
                VP,
                OR,
                VP);
        // "q1 instead of q2": the one and not the other
        g.add(
                VP,
                0,
                from(
                        0,
                        Test.class,
                        2,
                        Test.class,
                        (a, b) -> asserted(Bool.and(a.bool(), Terms.negated(b.bool())))),
                VP,
                INSTEAD,
                VP);
        g.add(
                VP,
                0,
                from(
                        0,
                        Test.class,
                        2,
                        Things.class,
                        (a, b) -> asserted(Bool.and(a.bool(), Terms.absent(b, Scope.RESPONSE)))),
                VP,
                INSTEAD,
                NP);
        g.add(
                TEST,
                0,
                from(
                        0,
                        Things.class,
                        2,
                        Things.class,
                        (a, b) ->
                                asserted(
                                        Bool.and(
                                                Terms.present(a, Scope.RESPONSE),
                                                Terms.absent(b, Scope.RESPONSE)))),
                NP,
                INSTEAD,
                NP);
        // "apologises for the delay"
        g.add(VP, 0.2, from(0, Test.class, 2, Things.class, NegationRules::about), VP, FOR, NP);
    }

    /// Words of a kind near the thing they are about.
    private static List<Meaning> about(Test test, Things topic) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single(topic)) {
            if (test.bool() instanceof Call(var function, var args)
                    && function == Function.CONTAINS
                    && args.get(1) instanceof Pattern.Concept concept
                    && thing instanceof Thing.Words words) {
                found.add(PredicateRules.near(concept, words.pattern(), 8));
            }
        }
        return found;
    }

    static Production.Combine both(int first, int second) {
        return from(
                first,
                Test.class,
                second,
                Test.class,
                (a, b) ->
                        // what says a thing and its opposite is no reading
                        b.bool().equals(Terms.negated(a.bool()))
                                        || a.bool().equals(Terms.negated(b.bool()))
                                ? List.of()
                                : List.of(
                                        new Test(
                                                Bool.and(a.bool(), Slots.fresh(b.bool(), a.bool())),
                                                worse(a, b))));
    }

    static Leaning worse(Test a, Test b) {
        return a.leaning().compareTo(b.leaning()) <= 0 ? a.leaning() : b.leaning();
    }
}
