package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Compared;
import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Quantity;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Things.Join;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.QuantityUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Noun phrases: what is spoken of, how much of it, and whether it comes from the prompt or source.
final class NounRules {
    /// Word lists whose matches are values, each of one case or contract.
    private static final Set<String> IDENTIFIERS =
            Set.of("claim_ref", "policy_number", "section_no");

    private NounRules() {}

    static void addTo(Grammar g) {
        phrases(g);
        quantities(g);
        tests(g);
        novelty(g);
        wrong(g);
        listed(g);
    }

    private static void phrases(Grammar g) {
        g.pass(NP, 0, 0, NOUN);
        g.pass(NP, 0, 1, DET, NP);
        g.pass(NP, 0.02, 1, ANY, NP);
        g.pass(NP, 0, 2, CUSTOMER, POSSESSIVE, NP);
        g.pass(NP, 0.1, 2, PROMPT, POSSESSIVE, NP);
        g.add(NP, 0, join(Join.AND, 0, 2), NP, AND, NP);
        g.add(NP, 0, join(Join.OR, 0, 2), NP, OR, NP);
        g.add(NP, 0, join(Join.AND, 0, 3), NP, COMMA, AND, NP);
        g.add(NP, 0, join(Join.OR, 0, 3), NP, COMMA, OR, NP);
        g.add(NP, 0.05, join(Join.AND, 0, 2), NP, COMMA, NP);
        g.add(NP, 0, join(Join.OR, 1, 3), EITHER, NP, OR, NP);
        g.add(
                NP,
                0,
                from(
                        1,
                        Things.class,
                        t ->
                                t.join() == Join.AND
                                        ? List.of(new Things(t.things(), Join.BOTH))
                                        : List.of()),
                BOTH,
                NP);
        // "hedges: might, maybe, possibly": the listed words are the thing
        g.add(NP, 0, from(2, Things.class, NounRules::wordSet), NP, COLON, NP);
    }

    private static Production.Combine join(Join join, int left, int right) {
        return from(
                left,
                Things.class,
                right,
                Things.class,
                (a, b) -> {
                    if (a.join() == Join.BOTH || b.join() == Join.BOTH) {
                        return List.of();
                    }
                    // a comma takes its meaning from the conjunction that follows it
                    Join whole = b.things().size() > 1 ? b.join() : join;
                    if (a.things().size() > 1 && a.join() != whole) {
                        return List.of();
                    }
                    List<Thing> all = new ArrayList<>(a.things());
                    all.addAll(b.things());
                    return List.of(new Things(all, whole));
                });
    }

    private static List<Things> wordSet(Things listed) {
        List<Pattern.Literal> literals = new ArrayList<>();
        for (Thing thing : listed.things()) {
            if (Terms.asTyped(thing) instanceof Thing.Words(_, var typed)) {
                literals.add(typed);
            }
        }
        if (literals.size() != listed.things().size() || literals.size() < 2) {
            return List.of();
        }
        return List.of(
                new Things(
                        List.of(new Thing.Words(new Pattern.AnyOf(literals), literals.getFirst())),
                        Join.ONE));
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
        g.add(
                TEST,
                0,
                from(1, Things.class, t -> asserted(Terms.absent(t, Scope.RESPONSE))),
                NO,
                NP);
        g.add(TEST, 0, from(0, Quantity.class, 1, Things.class, NounRules::counted), QUANTITY, NP);
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
        g.add(TEST, 0, from(0, Quantity.class, 1, Name.class, NounRules::period), QUANTITY, PERIOD);
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
        g.add(TEST, 0.05, from(1, Things.class, t -> degree(t, true)), MANY, NP);
        g.add(TEST, 0.05, from(1, Things.class, t -> degree(t, false)), FEW, NP);
        g.add(TEST, 0.05, from(1, Things.class, t -> compared(t, true)), MORE, NP);
        g.add(TEST, 0.05, from(1, Things.class, t -> compared(t, false)), LESS, NP);
    }

    private static List<Meaning> counted(Quantity quantity, Things things) {
        return single(things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
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
    private static List<Meaning> compared(Things things, boolean high) {
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

    /// "a premium that is not in the message": values that the base text does not have.
    private static void novelty(Grammar g) {
        Production.Combine fromPrompt =
                from(0, Things.class, t -> novel(t, Scope.PROMPT, Relation.AT_LEAST, 1));
        Production.Combine fromSource =
                from(0, Things.class, t -> novel(t, Scope.SOURCE, Relation.AT_LEAST, 1));
        for (Category base : List.of(PROMPT, SOURCE)) {
            Production.Combine combine = base == PROMPT ? fromPrompt : fromSource;
            g.add(TEST, 0, combine, NP, THAT, BE, NOT, IN, base);
            g.add(TEST, 0, combine, NP, BE, NOT, IN, base);
            g.add(TEST, 0, combine, NP, NOT, IN, base);
            g.add(TEST, 0, combine, NP, NOT, FROM, base);
            g.add(TEST, 0, combine, NP, THAT, BE, NOT, FROM, base);
        }
    }

    /// "The claim reference is wrong": another one than the prompt gives.
    private static void wrong(Grammar g) {
        Production.Combine other = from(1, Things.class, NounRules::differing);
        g.add(TEST, 0, other, WRONG, NP);
        g.add(TEST, 0, from(2, Things.class, NounRules::differing), DET, WRONG, NP);
        g.add(TEST, 0, from(0, Things.class, NounRules::differing), NP, BE, WRONG);
        g.add(TEST, 0, from(0, Things.class, NounRules::differing), NP, BE, NOT, RIGHT);
    }

    private static List<Meaning> differing(Things things) {
        return single(things).stream().allMatch(NounRules::identifies)
                ? novel(things, Scope.PROMPT, Relation.AT_LEAST, 1)
                : List.of();
    }

    /// Whether what is found is a value that can be another one: a number, a name, a reference.
    private static boolean identifies(Thing thing) {
        return thing instanceof Thing.Entity
                || isLinks(thing)
                || (thing instanceof Thing.Words(Pattern.Concept(var name), _)
                        && IDENTIFIERS.contains(name));
    }

    private static boolean isLinks(Thing thing) {
        return thing instanceof Thing.Counted(Call(var function, _), _)
                && function == Function.LINKS;
    }

    private static Pattern values(Thing thing) {
        return isLinks(thing)
                ? new Pattern.Entity(EntityType.URL)
                : Terms.pattern(thing).orElseThrow();
    }

    static List<Meaning> novel(Things things, Scope base, Relation relation, double value) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single(things)) {
            if (identifies(thing)) {
                Num novel = Terms.novel(values(thing), Scope.RESPONSE, base);
                found.add(new Meaning.Test(Terms.compare(novel, relation, value), Leaning.BLEMISH));
            } else if (thing instanceof Thing.Words(var pattern, _)
                    && !(pattern instanceof Call)
                    && base == Scope.PROMPT) {
                found.add(
                        new Meaning.Test(
                                dev.whetstone.core.lf.Bool.and(
                                        Terms.present(thing, Scope.RESPONSE),
                                        dev.whetstone.core.lf.Bool.not(
                                                Terms.present(thing, Scope.PROMPT))),
                                Leaning.BLEMISH));
            }
        }
        return found;
    }

    private static void listed(Grammar g) {
        g.add(
                NP,
                0.1,
                from(
                        0,
                        Meaning.Quality.class,
                        1,
                        Things.class,
                        (q, t) ->
                                !q.threshold()
                                                && single(t).stream()
                                                        .anyMatch(Thing.Entity.class::isInstance)
                                        ? List.of(t)
                                        : List.of()),
                ADJ,
                NP);
        // "questions back about the symptoms"
        g.add(NOUN, 0, from(2, Things.class, NounRules::questionsAbout), QUESTIONS, ABOUT, NP);
        // "abbreviations like "b.i.d.""
        g.pass(NP, 0, 0, NP, LIKE, NP);
        // "exact figures": more of them than the other
        g.add(
                TEST,
                0,
                from(
                        0,
                        Meaning.Quality.class,
                        1,
                        Things.class,
                        (q, t) ->
                                !q.threshold()
                                                && single(t).stream()
                                                        .anyMatch(Thing.Entity.class::isInstance)
                                        ? compared(t, q.high())
                                        : List.of()),
                ADJ,
                NP);
    }

    private static List<Meaning> questionsAbout(Things things) {
        return single(things).stream()
                .flatMap(thing -> Terms.pattern(thing).stream())
                .map(
                        pattern ->
                                Terms.call(
                                        Function.COUNT,
                                        Terms.call(Function.QUESTIONS_IN, Scope.RESPONSE),
                                        pattern))
                .<Meaning>map(num -> new Things(List.of(new Thing.Counted(num, "")), Join.ONE))
                .toList();
    }
}
