package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Compared;
import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Quantity;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.QuantityUnit;
import java.util.ArrayList;
import java.util.List;

/// How many of a thing, how often, how much more than the other reply has.
final class CountRules {
    private CountRules() {}

    static void addTo(Grammar g) {
        quantities(g);
        tests(g);
    }

    private static void quantities(Grammar g) {
        g.add(
                QUANTITY,
                0,
                from(
                        0,
                        Compared.class,
                        1,
                        Amount.class,
                        (c, n) -> List.of(new Quantity(c.relation(), n.value()))),
                QUANT,
                NUMBER);
        // a bare numeral in a complaint means at least so many
        g.add(
                QUANTITY,
                0.1,
                from(
                        0,
                        Amount.class,
                        n ->
                                n.value() > 1
                                        ? List.of(new Quantity(Relation.AT_LEAST, n.value()))
                                        : List.of()),
                NUMBER);
        g.add(
                QUANTITY,
                0,
                from(1, Amount.class, n -> List.of(new Quantity(Relation.AT_MOST, n.value()))),
                ONLY,
                NUMBER);
        g.add(QUANTITY, 0, m -> List.of(new Quantity(Relation.GREATER, 1)), MORE, THAN, ONCE);
    }

    private static void tests(Grammar g) {
        g.add(TEST, 0, Contents.absent(1), NO, NP);
        // "no prices, nor any dates"
        for (List<Category> joint : List.of(List.<Category>of(), List.of(COMMA))) {
            for (List<Category> of : List.of(List.<Category>of(), List.of(OF))) {
                List<Category> parts = new ArrayList<>(List.of(NO, NP));
                parts.addAll(joint);
                parts.add(NOT);
                parts.addAll(of);
                parts.add(NP);
                g.add(
                        TEST,
                        0.05,
                        from(1, Things.class, parts.size() - 1, Things.class, CountRules::neither),
                        parts.toArray(Category[]::new));
            }
        }
        g.add(TEST, 0, from(0, Quantity.class, 1, Things.class, CountRules::counted), QUANTITY, NP);
        // "three laws or more"
        for (Category bound : List.of(ORMORE, ORLESS)) {
            Relation relation = bound == ORMORE ? Relation.AT_LEAST : Relation.AT_MOST;
            g.add(
                    TEST,
                    0,
                    from(
                            0,
                            Amount.class,
                            1,
                            Things.class,
                            (n, t) -> counted(new Quantity(relation, n.value()), t)),
                    NUMBER,
                    NP,
                    bound);
            // "3 weeks or more"
            g.add(
                    TEST,
                    -0.1,
                    from(
                            0,
                            Amount.class,
                            1,
                            Name.class,
                            (n, p) -> period(new Quantity(relation, n.value()), p)),
                    NUMBER,
                    PERIOD,
                    bound);
        }
        // "two different claim numbers"
        g.add(
                TEST,
                0,
                from(0, Quantity.class, 2, Things.class, CountRules::different),
                QUANTITY,
                DIFFERENT,
                NP);
        g.add(
                TEST,
                0,
                from(
                        0,
                        Quantity.class,
                        1,
                        Feature.class,
                        (q, f) -> asserted(Terms.compare(f.num(), q.relation(), q.value()))),
                QUANTITY,
                UNIT);
        g.add(
                TEST,
                0,
                from(0, Quantity.class, 1, Name.class, CountRules::period),
                QUANTITY,
                PERIOD);
        // "uses the name more than twice", "at least three times"
        g.add(TEST, 0, m -> repeated((Things) m.get(0), (Compared) m.get(1), 2), NP, QUANT, TWICE);
        g.add(TEST, 0, m -> repeated((Things) m.get(0), (Compared) m.get(1), 1), NP, QUANT, ONCE);
        g.add(
                TEST,
                0,
                from(0, Things.class, 1, Quantity.class, (t, q) -> counted(q, t)),
                NP,
                QUANTITY,
                TIMES);
        // "three times or more"
        g.add(
                TEST,
                0,
                from(
                        0,
                        Things.class,
                        1,
                        Amount.class,
                        (t, n) -> counted(new Quantity(Relation.AT_LEAST, n.value()), t)),
                NP,
                NUMBER,
                TIMES,
                ORMORE);
        g.add(TEST, 0.05, from(1, Things.class, t -> degree(t, true)), MANY, NP);
        g.add(TEST, 0.05, from(1, Things.class, t -> degree(t, false)), FEW, NP);
        g.add(VP, 0, from(1, Things.class, t -> degree(t, true)), V_OVERUSE, NP);
        // "uses the word too often"
        for (Category verb : List.of(V_HAVE, V_MENTION, V_REPEAT)) {
            g.add(VP, -0.1, from(1, Things.class, t -> degree(t, true)), verb, NP, TOOOFTEN);
        }
        g.add(TEST, 0.05, from(1, Things.class, t -> compared(t, true)), MORE, NP);
        g.add(TEST, 0.05, from(1, Things.class, t -> compared(t, false)), LESS, NP);
    }

    private static List<Meaning> neither(Things one, Things other) {
        return asserted(
                Bool.and(Terms.absent(one, Scope.RESPONSE), Terms.absent(other, Scope.RESPONSE)));
    }

    private static List<Meaning> counted(Quantity quantity, Things things) {
        return single(things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .map(num -> Terms.compare(num, quantity.relation(), quantity.value()))
                .<Meaning>map(bool -> Meaning.Test.neutral(bool))
                .toList();
    }

    private static List<Meaning> different(Quantity quantity, Things things) {
        return single(things).stream()
                .flatMap(thing -> Terms.pattern(thing).stream())
                .map(p -> Terms.call(Function.DISTINCT, Scope.RESPONSE, p))
                .map(num -> Terms.compare(num, quantity.relation(), quantity.value()))
                .<Meaning>map(bool -> Meaning.Test.neutral(bool))
                .toList();
    }

    private static List<Meaning> repeated(Things things, Compared compared, int times) {
        return counted(new Quantity(compared.relation(), times), things);
    }

    private static List<Meaning> degree(Things things, boolean high) {
        return single(things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .<Meaning>map(num -> new Degree(num, high, Double.NaN, true))
                .toList();
    }

    /// More of something than the other; only of things with a name, since "more trustworthy" would
    /// otherwise count the word.
    static List<Meaning> compared(Things things, boolean high) {
        return single(things).stream()
                .filter(thing -> !(thing instanceof Thing.Words words && words.literal()))
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .<Meaning>map(num -> new Degree(num, high, Double.NaN, false))
                .toList();
    }

    private static List<Meaning> period(Quantity quantity, Name name) {
        return QuantityUnit.of(name.name()).stream()
                .map(
                        unit ->
                                Terms.call(
                                        Function.MAX_QUANTITY,
                                        Scope.RESPONSE,
                                        new Choice.Unit(unit)))
                .map(call -> Terms.compare(call, quantity.relation(), quantity.value()))
                .<Meaning>map(bool -> Meaning.Test.neutral(bool))
                .toList();
    }
}
