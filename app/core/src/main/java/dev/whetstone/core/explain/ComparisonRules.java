package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Quality;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// More or less of something than the other reply has.
final class ComparisonRules {
    private static final List<List<Category>> OTHERS =
            List.of(List.of(ROLE), List.of(OTHER), List.of(DET, OTHER));

    private ComparisonRules() {}

    static void addTo(Grammar g) {
        more(g);
        ratios(g);
        multiples(g);
        margins(g);
    }

    /// "two more examples", "more sources than A"
    private static void more(Grammar g) {
        g.add(TEST, 0, m -> by((Amount) m.get(0), (Things) m.get(2), true), NUMBER, MORE, NP);
        g.add(TEST, 0, m -> by((Amount) m.get(0), (Things) m.get(2), false), NUMBER, LESS, NP);
        // "two sources more than A"
        g.add(TEST, 0, m -> by((Amount) m.get(0), (Things) m.get(1), true), NUMBER, NP, MORE);
        g.add(TEST, 0, m -> by((Amount) m.get(0), (Things) m.get(1), false), NUMBER, NP, LESS);
        g.add(
                TEST,
                0,
                m -> by((Amount) m.get(1), (Things) m.get(3), true),
                QUANT,
                NUMBER,
                MORE,
                NP);
        g.add(TEST, 0, from(1, Feature.class, f -> degree(f, true)), MORE, UNIT);
        g.add(TEST, 0, from(1, Feature.class, f -> degree(f, false)), LESS, UNIT);
        for (List<Category> other : OTHERS) {
            List<Category> parts = new ArrayList<>(List.of(TEST, THAN));
            parts.addAll(other);
            g.pass(TEST, 0, 0, parts.toArray(Category[]::new));
        }
        g.pass(TEST, 0.02, 0, TEST, FOR, CUSTOMER);
        g.pass(TEST, 0.02, 0, TEST, FOR, DET, CUSTOMER);
    }

    /// "at least 50 words shorter", "100 words too long"
    private static void margins(Grammar g) {
        for (List<Category> much : List.of(List.of(NUMBER, UNIT), List.of(QUANT, NUMBER, UNIT))) {
            int number = much.size() - 2;
            List<Category> than = new ArrayList<>(much);
            than.add(COMPARATIVE);
            g.add(
                    DESCRIPTION,
                    0,
                    m -> margin(m.get(number), m.get(number + 1), m.getLast(), false),
                    than.toArray(Category[]::new));
            List<Category> over = new ArrayList<>(much);
            over.addAll(List.of(TOO, ADJ));
            g.add(
                    DESCRIPTION,
                    0,
                    m -> margin(m.get(number), m.get(number + 1), m.getLast(), true),
                    over.toArray(Category[]::new));
        }
    }

    private static List<Meaning> margin(
            Meaning amount, Meaning unit, Meaning adjective, boolean excess) {
        boolean length =
                adjective instanceof Quality(var measure, _, _)
                        && measure.equals(Terms.call(Function.WORDS, Scope.RESPONSE));
        return length
                ? List.of(
                        new Degree(
                                ((Feature) unit).num(),
                                ((Quality) adjective).high(),
                                ((Amount) amount).value(),
                                excess))
                : List.of();
    }

    private static List<Meaning> degree(Feature unit, boolean high) {
        return List.of(new Degree(unit.num(), high, Double.NaN, false));
    }

    private static List<Meaning> by(Amount amount, Things things, boolean high) {
        return single(things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .<Meaning>map(num -> new Degree(num, high, amount.value(), false))
                .toList();
    }

    /// "twice as long as B", "three times as long", "half as long as the other"
    private static void ratios(Grammar g) {
        List<List<Category>> ends = new ArrayList<>(List.of(List.of()));
        for (List<Category> other : OTHERS) {
            List<Category> end = new ArrayList<>(List.of(AS));
            end.addAll(other);
            ends.add(end);
        }
        for (List<Category> end : ends) {
            g.add(VP, 0, m -> ratio(m.get(3), 2), withEnd(end, BE, TWICE, AS, ADJ));
            g.add(VP, 0, m -> ratio(m.get(3), .5), withEnd(end, BE, HALF, AS, ADJ));
            g.add(
                    VP,
                    0,
                    m -> ratio(m.get(4), ((Amount) m.get(1)).value()),
                    withEnd(end, BE, NUMBER, TIMES, AS, ADJ));
        }
    }

    private static Category[] withEnd(List<Category> end, Category... begin) {
        List<Category> parts = new ArrayList<>(List.of(begin));
        parts.addAll(end);
        return parts.toArray(Category[]::new);
    }

    private static List<Meaning> ratio(Meaning adjective, double factor) {
        if (!(adjective instanceof Quality(var measure, _, var high)) || !high) {
            return List.of();
        }
        return asserted(
                new Bool.Compare(
                        measure,
                        factor > 1 ? Relation.AT_LEAST : Relation.AT_MOST,
                        new Num.Product(new Num.Constant(factor), Terms.in(measure, Scope.OTHER))));
    }

    /// "twice as many steps", "three times the number of links as the other"
    private static void multiples(Grammar g) {
        List<List<Category>> ends = new ArrayList<>(List.of(List.of()));
        for (List<Category> other : OTHERS) {
            for (Category as : List.of(AS, THAN)) {
                List<Category> end = new ArrayList<>(List.of(as));
                end.addAll(other);
                ends.add(end);
            }
        }
        for (List<Category> end : ends) {
            int np = -1 - end.size();
            for (Category have : List.of(HAVE, V_HAVE, V_REPEAT)) {
                g.add(VP, 0, m -> multiple(at(m, np), 2), withEnd(end, have, TWICE, AS_MANY, NP));
                g.add(VP, 0, m -> multiple(at(m, np), .5), withEnd(end, have, HALF, AS_MANY, NP));
                g.add(
                        VP,
                        0,
                        m -> multiple(at(m, np), ((Amount) m.get(1)).value()),
                        withEnd(end, have, NUMBER, TIMES, AS_MANY, NP));
            }
        }
    }

    /// The part at `place`, counted from the end where it is negative.
    private static Meaning at(List<Meaning> parts, int place) {
        return parts.get(parts.size() + place);
    }

    /// So many times what the other has, which then has at least one.
    private static List<Meaning> multiple(Meaning of, double factor) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single((Things) of)) {
            for (Num here : Terms.count(thing, Scope.RESPONSE).stream().toList()) {
                Num there = Terms.in(here, Scope.OTHER);
                Num product = new Num.Product(new Num.Constant(factor), there);
                found.addAll(
                        asserted(
                                factor < 1
                                        ? new Bool.Compare(here, Relation.AT_MOST, product)
                                        : Bool.and(
                                                new Bool.Compare(here, Relation.AT_LEAST, product),
                                                Terms.compare(there, Relation.AT_LEAST, 1))));
            }
        }
        return found;
    }
}
