package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Order;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// One thing before or after another.
final class OrderRules {
    private OrderRules() {}

    static void addTo(Grammar g) {
        order(g);
    }

    private static void order(Grammar g) {
        for (Category first : List.of(V_HAVE, V_MENTION, V_ASKABOUT, V_ASK)) {
            for (Category second : List.of(V_HAVE, V_MENTION, V_ASK)) {
                g.add(
                        VP,
                        0,
                        m -> ordered(m.get(1), m.get(4), false),
                        first,
                        NP,
                        BEFORE,
                        second,
                        NP);
                g.add(VP, 0, m -> ordered(m.get(1), m.get(4), true), first, NP, AFTER, second, NP);
            }
            g.add(VP, 0.05, m -> ordered(m.get(1), m.get(3), false), first, NP, BEFORE, NP);
            g.add(VP, 0.05, m -> ordered(m.get(1), m.get(3), true), first, NP, AFTER, NP);
            g.add(VP, 0, m -> orderedWith(m.get(1), m.get(3)), first, NP, BEFORE, VP);
        }
        // "explains the fee first and the deadline after that"
        for (Category verb : List.of(V_HAVE, V_MENTION)) {
            for (List<Category> joint :
                    List.of(List.of(AND), List.of(COMMA), List.of(COMMA, AND))) {
                List<Category> parts = new ArrayList<>(List.of(verb, NP, FIRSTLY));
                parts.addAll(joint);
                parts.addAll(List.of(NP, SECONDLY));
                int second = parts.size() - 2;
                g.add(
                        VP,
                        0,
                        m -> ordered(m.get(1), m.get(second), false),
                        parts.toArray(Category[]::new));
            }
        }
        // "apologises before giving the reason"
        g.add(VP, 0, m -> inOrder(m.get(0), m.get(2)), VP, BEFORE, VP);
        g.add(VP, 0, m -> inOrder(m.get(2), m.get(0)), VP, AFTER, VP);
        // "apologises first, then explains the delay"
        for (List<Category> joint :
                List.of(
                        List.of(COMMA, THAN),
                        List.of(AND, THAN),
                        List.of(COMMA, AND, THAN),
                        List.of(THAN))) {
            for (List<Category> begin :
                    List.of(List.of(VP), List.of(VP, FIRSTLY), List.of(FIRSTLY, VP))) {
                List<Category> parts = new ArrayList<>(begin);
                parts.addAll(joint);
                parts.add(VP);
                g.add(
                        VP,
                        begin.size() == 1 ? 0.1 : 0,
                        m -> inOrder(m.get(begin.indexOf(VP)), m.getLast()),
                        parts.toArray(Category[]::new));
            }
        }
        g.add(VP, -0.05, m -> unpreceded(m.get(0), m.get(2)), VP, WITHOUT, VP, FIRSTLY);
    }

    /// "recommends a drug without asking about allergies first": not the one, or not before it.
    private static List<Meaning> unpreceded(Meaning done, Meaning before) {
        return inOrder(before, done).stream()
                .flatMap(order -> negateOrder((Order) order).stream())
                .toList();
    }

    private static List<Meaning> ordered(Meaning first, Meaning second, boolean swapped) {
        List<Meaning> found = new ArrayList<>();
        for (Thing a : single((Things) first)) {
            for (Thing b : single((Things) second)) {
                found.add(swapped ? new Order(b, a) : new Order(a, b));
            }
        }
        return found;
    }

    private static List<Meaning> orderedWith(Meaning first, Meaning second) {
        List<Meaning> found = new ArrayList<>();
        for (Thing a : single((Things) first)) {
            if (second instanceof Test(Call(var function, var args), _)
                    && function == Function.CONTAINS
                    && args.get(1) instanceof Pattern.Concept concept) {
                Pattern.Literal typed = new Pattern.Literal(concept.name());
                found.add(new Order(a, new Thing.Words(concept, typed)));
            }
        }
        return found;
    }

    private static List<Meaning> inOrder(Meaning first, Meaning second) {
        List<Meaning> found = new ArrayList<>();
        for (Thing a : spokenOf(first)) {
            for (Thing b : spokenOf(second)) {
                found.add(new Order(a, b));
            }
        }
        return found;
    }

    /// The word list whose presence a predicate asserts.
    private static List<Thing> spokenOf(Meaning meaning) {
        if (!(meaning instanceof Test(var bool, _))) {
            return List.of();
        }
        return switch (bool) {
            case Call(var function, var args)
                    when (function == Function.CONTAINS || function == Function.MENTIONS)
                            && args.getFirst() == Scope.RESPONSE ->
                    named((Pattern) args.get(1));
            case Bool.Compare(Call(var function, var args), var relation, Num.Constant(var value))
                    when function == Function.COUNT
                            && relation == Relation.AT_LEAST
                            && value == 1
                            && args.get(1) instanceof Pattern.Entity(var type) ->
                    List.of(new Thing.Entity(type));
            default -> List.of();
        };
    }

    private static List<Thing> named(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Concept concept ->
                    List.of(new Thing.Words(concept, new Pattern.Literal(concept.name())));
            case Pattern.Literal literal -> List.of(new Thing.Words(literal, literal));
            default -> List.of();
        };
    }

    static List<Meaning> orderTest(Order order) {
        List<Meaning> found = new ArrayList<>();
        Terms.pattern(order.first())
                .ifPresent(
                        a ->
                                Terms.pattern(order.second())
                                        .ifPresent(
                                                b ->
                                                        found.add(
                                                                Test.neutral(
                                                                        Terms.call(
                                                                                Function.BEFORE,
                                                                                Scope.RESPONSE,
                                                                                a,
                                                                                b)))));
        return found;
    }

    /// Not a before b: b is there and a does not come first.
    static List<Meaning> negateOrder(Order order) {
        List<Meaning> found = new ArrayList<>();
        for (Meaning test : orderTest(order)) {
            Bool before = ((Test) test).bool();
            found.add(
                    Test.neutral(
                            Bool.and(
                                    Terms.present(order.second(), Scope.RESPONSE),
                                    Bool.not(before))));
        }
        return found;
    }
}
