package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Quality;
import dev.whetstone.core.explain.Meaning.Quantity;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Said;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much: ranges, how many times, what would be enough.
final class AmountRules {
    private AmountRules() {}

    static void addTo(Grammar g) {
        ranges(g);
        times(g);
        repeatedVerbs(g);
        bounds(g);
        behind(g);
        enough(g);
    }

    private static void ranges(Grammar g) {
        for (Category what : List.of(UNIT, NP)) {
            g.add(
                    TEST,
                    0,
                    m -> range(m.get(1), m.get(3), m.get(4)),
                    BETWEEN,
                    NUMBER,
                    AND,
                    NUMBER,
                    what);
            g.add(TEST, 0, m -> range(m.get(0), m.get(2), m.get(3)), NUMBER, TO, NUMBER, what);
        }
        g.add(TEST, 0.1, from(1, Test.class, NegationRules::negate), NOT, TEST);
    }

    private static List<Meaning> range(Meaning low, Meaning high, Meaning what) {
        return measured(what)
                .map(
                        num ->
                                asserted(
                                        Bool.and(
                                                Terms.compare(
                                                        num,
                                                        Relation.AT_LEAST,
                                                        ((Amount) low).value()),
                                                Terms.compare(
                                                        num,
                                                        Relation.AT_MOST,
                                                        ((Amount) high).value()))))
                .orElse(List.of());
    }

    static Optional<Num> measured(Meaning what) {
        return switch (what) {
            case Feature(var num) -> Optional.of(num);
            case Things things when things.things().size() == 1 ->
                    Terms.count(things.things().getFirst(), Scope.RESPONSE);
            default -> Optional.empty();
        };
    }

    /// "twice", "only once", "maybe or perhaps three times"
    private static void times(Grammar g) {
        g.add(TEST, 0, from(0, Things.class, t -> counted(t, Relation.AT_LEAST, 2)), NP, TWICE);
        g.add(TEST, 0, from(0, Things.class, t -> counted(t, Relation.AT_MOST, 1)), NP, ONLY, ONCE);
        g.add(
                TEST,
                0,
                from(0, Things.class, t -> counted(t, Relation.AT_MOST, 2)),
                NP,
                ONLY,
                TWICE);
        g.add(
                TEST,
                0,
                from(
                        0,
                        Things.class,
                        1,
                        Quantity.class,
                        (t, q) ->
                                t.things().size() > 1
                                        ? counted(t, q.relation(), q.value())
                                        : List.of()),
                NP,
                QUANTITY,
                TIMES);
    }

    /// "apologises three times", "hedges less"
    private static void repeatedVerbs(Grammar g) {
        g.add(
                VP,
                0,
                from(
                        0,
                        Test.class,
                        1,
                        Quantity.class,
                        (t, q) ->
                                occurrences(t)
                                        .map(
                                                num ->
                                                        asserted(
                                                                Terms.compare(
                                                                        num,
                                                                        q.relation(),
                                                                        q.value())))
                                        .orElse(List.of())),
                VP,
                QUANTITY,
                TIMES);
        g.add(
                VP,
                0,
                from(
                        0,
                        Test.class,
                        t ->
                                occurrences(t)
                                        .map(
                                                num ->
                                                        asserted(
                                                                Terms.compare(
                                                                        num, Relation.AT_LEAST, 2)))
                                        .orElse(List.of())),
                VP,
                TWICE);
        // "the word appears twice"
        g.add(
                CLAUSE,
                0,
                from(0, Things.class, t -> spoken(counted(t, Relation.AT_LEAST, 2))),
                NP,
                V_OCCUR,
                TWICE);
        g.add(
                CLAUSE,
                0,
                from(
                        0,
                        Things.class,
                        2,
                        Quantity.class,
                        (t, q) -> spoken(counted(t, q.relation(), q.value()))),
                NP,
                V_OCCUR,
                QUANTITY,
                TIMES);
        g.add(
                CLAUSE,
                0,
                from(0, Things.class, t -> spoken(asserted(Terms.absent(t, Scope.RESPONSE)))),
                NP,
                DO,
                NOT,
                V_OCCUR);
        g.add(
                CLAUSE,
                0,
                from(0, Things.class, t -> spoken(asserted(Terms.absent(t, Scope.RESPONSE)))),
                NP,
                NOT,
                V_OCCUR);
        for (Category degree : List.of(MORE, LESS, MANY)) {
            g.add(
                    VP,
                    0,
                    from(
                            0,
                            Test.class,
                            t ->
                                    occurrences(t)
                                            .<List<Meaning>>map(
                                                    num ->
                                                            List.of(
                                                                    new Degree(
                                                                            num,
                                                                            degree != LESS,
                                                                            Double.NaN,
                                                                            degree == MANY)))
                                            .orElse(List.of())),
                    VP,
                    degree);
        }
    }

    private static List<Meaning> spoken(List<Meaning> contents) {
        return contents.stream().<Meaning>map(content -> new Said(Role.IT, content)).toList();
    }

    private static Optional<Num> occurrences(Test test) {
        return test.bool() instanceof Call(var function, var args) && function == Function.CONTAINS
                ? Optional.of(new Call(Function.COUNT, args))
                : Optional.empty();
    }

    /// "three headings are too many", "250 or more words"
    private static void bounds(Grammar g) {
        g.add(CLAUSE, 0, from(0, Test.class, t -> List.of(new Said(Role.IT, t))), TEST, BE, MANY);
        for (Category what : List.of(UNIT, NP)) {
            g.add(
                    CLAUSE,
                    0,
                    m ->
                            measured(m.get(1))
                                    .<List<Meaning>>map(
                                            num ->
                                                    List.of(
                                                            new Said(
                                                                    Role.IT,
                                                                    Test.neutral(
                                                                            Terms.compare(
                                                                                    num,
                                                                                    Relation
                                                                                            .AT_MOST,
                                                                                    ((Amount)
                                                                                                    m
                                                                                                            .get(
                                                                                                                    0))
                                                                                            .value())))))
                                    .orElse(List.of()),
                    NUMBER,
                    what,
                    BE,
                    FEW);
        }
        g.add(
                QUANTITY,
                0,
                from(0, Amount.class, n -> List.of(new Quantity(Relation.AT_LEAST, n.value()))),
                NUMBER,
                ORMORE);
        g.add(
                QUANTITY,
                0,
                from(0, Amount.class, n -> List.of(new Quantity(Relation.AT_MOST, n.value()))),
                NUMBER,
                ORLESS);
    }

    /// "80 words at most", "three sources or more"
    private static void behind(Grammar g) {
        for (Category what : List.of(UNIT, NP)) {
            g.add(CLAUSE, -0.05, m -> wish(limit(m, Relation.AT_MOST)), NUMBER, what, ORLESS);
            g.add(CLAUSE, 0, m -> wish(limit(m, Relation.AT_LEAST)), NUMBER, what, ORMORE);
        }
    }

    private static List<Bool> limit(List<Meaning> parts, Relation relation) {
        return measured(parts.get(1)).stream()
                .map(num -> Terms.compare(num, relation, ((Amount) parts.getFirst()).value()))
                .toList();
    }

    private static List<Meaning> wish(List<Bool> bools) {
        return bools.stream().flatMap(bool -> wish(bool).stream()).toList();
    }

    /// Several words are counted together.
    private static List<Meaning> counted(Things things, Relation relation, double value) {
        List<Pattern.Literal> words = new ArrayList<>();
        for (Thing thing : things.things()) {
            if (Terms.asTyped(thing) instanceof Thing.Words(_, var typed)) {
                words.add(typed);
            }
        }
        Optional<Thing> one =
                things.things().size() == 1
                        ? Optional.of(things.things().getFirst())
                        : words.size() == things.things().size()
                                ? Optional.of(
                                        new Thing.Words(new Pattern.AnyOf(words), words.getFirst()))
                                : Optional.empty();
        return one.flatMap(thing -> Terms.count(thing, Scope.RESPONSE))
                .map(num -> asserted(Terms.compare(num, relation, value)))
                .orElse(List.of());
    }

    /// "three bullet points would do": a bare number is the most that is wanted.
    private static void enough(Grammar g) {
        for (Category what : List.of(UNIT, NP)) {
            g.add(
                    CLAUSE,
                    0,
                    m ->
                            measured(m.get(1))
                                    .map(
                                            num ->
                                                    wish(
                                                            Terms.compare(
                                                                    num,
                                                                    Relation.AT_MOST,
                                                                    ((Amount) m.get(0)).value())))
                                    .orElse(List.of()),
                    NUMBER,
                    what,
                    SUFFICE);
        }
        g.add(CLAUSE, 0.05, from(0, Test.class, t -> wish(t.bool())), TEST, SUFFICE);
        // "no more than three sentences": said alone, it is what is wanted
        for (Category what : List.of(UNIT, NP)) {
            g.add(
                    CLAUSE,
                    -0.05,
                    m ->
                            m.get(0) instanceof Meaning.Compared(var relation)
                                            && relation == Relation.AT_MOST
                                    ? measured(m.get(2))
                                            .map(
                                                    num ->
                                                            wish(
                                                                    Terms.compare(
                                                                            num,
                                                                            relation,
                                                                            ((Amount) m.get(1))
                                                                                    .value())))
                                            .orElse(List.of())
                                    : List.of(),
                    QUANT,
                    NUMBER,
                    what);
        }
        // "is only one sentence long"
        g.add(
                TEST,
                0,
                from(
                        0,
                        Test.class,
                        1,
                        Quality.class,
                        (t, q) -> isLength(q) ? List.of(t) : List.of()),
                TEST,
                ADJ);
    }

    private static boolean isLength(Quality quality) {
        return quality.high()
                && quality.measure() instanceof Call(var function, _)
                && function == Function.WORDS;
    }

    private static List<Meaning> wish(Bool bool) {
        return List.of(new Said(Role.IT, new Wish(bool)));
    }
}
