package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Things.Join;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// Noun phrases: what is spoken of, how much of it, and whether it comes from the prompt or source.
final class NounRules {
    private NounRules() {}

    static void addTo(Grammar g) {
        phrases(g);
        extended(g);
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
        // "the fee and the date both"
        g.add(
                NP,
                0,
                from(
                        0,
                        Things.class,
                        t ->
                                t.join() == Join.AND
                                        ? List.of(new Things(t.things(), Join.BOTH))
                                        : List.of()),
                NP,
                BOTH);
        for (Category link : List.of(OF, FOR, ABOUT, NEXTTO)) {
            g.add(NP, 0.25, from(0, Things.class, 2, Things.class, NounRules::about), NP, link, NP);
            g.add(
                    NP,
                    0.3,
                    from(0, Things.class, 3, Things.class, NounRules::about),
                    NP,
                    link,
                    DET,
                    NP);
        }
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

    /// "the reason for the delay": one near the other.
    private static List<Things> about(Things head, Things topic) {
        List<Things> found = new ArrayList<>();
        for (Thing thing : single(head)) {
            boolean named =
                    thing instanceof Thing.Entity
                            || (thing instanceof Thing.Words words && !words.literal());
            for (Thing of : named ? single(topic) : List.<Thing>of()) {
                Terms.pattern(thing)
                        .ifPresent(
                                a ->
                                        Terms.pattern(of)
                                                .filter(b -> !b.equals(a))
                                                .ifPresent(b -> found.add(near(a, b))));
            }
        }
        return found;
    }

    private static Things near(Pattern a, Pattern b) {
        Meaning.Test test = PredicateRules.near(a, b, 8);
        return LeafReader.one(new Thing.Holding(test.bool(), ""));
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

    /// "the donor's name", "a number to call"
    private static void extended(Grammar g) {
        // "the donor's name", "the donor's letter"
        Things names = (Things) LeafReader.read("thing", "arg names_in(P)", "name").meaning();
        g.add(NOUN, 0, m -> List.of(names), CUSTOMER, POSSESSIVE, NAMEWORD);
        g.pass(PROMPT, 0, 2, CUSTOMER, POSSESSIVE, PROMPTWORD);
        // "the amount it quotes"
        for (Category verb : List.of(V_HAVE, V_MENTION, V_STATE)) {
            g.pass(NP, 0.1, 0, NP, SUBJECT, verb);
            g.pass(NP, 0.1, 0, NP, THAT, SUBJECT, verb);
        }
        // "a number to call"
        g.pass(NP, 0.05, 0, NP, TO, V_ACT);
        g.pass(NP, 0.05, 0, NP, TO, V_DO);
    }

    static boolean isLiteral(Thing thing) {
        return thing instanceof Thing.Words words && words.literal();
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
                        (q, t) -> isExact(q) && !single(t).isEmpty() ? List.of(t) : List.of()),
                ADJ,
                NP);
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
        g.add(
                NP,
                0,
                from(
                        0,
                        Things.class,
                        t ->
                                t.things().stream().noneMatch(NounRules::isLiteral)
                                        ? List.of(t)
                                        : List.of()),
                NP,
                LIKE,
                NP);
        // "exact figures": more of them than the other
        g.add(
                TEST,
                0,
                from(0, Meaning.Quality.class, 1, Things.class, NounRules::moreExact),
                ADJ,
                NP);
        g.add(
                TEST,
                0,
                from(1, Meaning.Quality.class, 2, Things.class, NounRules::moreExact),
                DET,
                ADJ,
                NP);
    }

    private static List<Meaning> moreExact(Meaning.Quality quality, Things things) {
        boolean values = single(things).stream().anyMatch(Thing.Entity.class::isInstance);
        return !quality.threshold() && values
                ? CountRules.compared(things, quality.high())
                : List.of();
    }

    /// "Concrete", "exact": what is meant by examples or dates that are worth their name.
    private static boolean isExact(Meaning.Quality quality) {
        return quality.high()
                && quality.measure() instanceof Call(var function, var args)
                && function == Function.COUNT
                && args.get(1) instanceof Pattern.Entity;
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
