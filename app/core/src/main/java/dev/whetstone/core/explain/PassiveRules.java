package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Order;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Sentences whose subject is the thing that the reply has or lacks.
final class PassiveRules {
    private PassiveRules() {}

    static void addTo(Grammar g) {
        passives(g);
    }

    /// Sentences whose subject is the thing: "the reference is missing", "X is not in it".
    private static void passives(Grammar g) {
        // "neither is great": decides nothing, but says so
        for (Category subject : List.of(BOTH, NEITHER)) {
            g.add(
                    CLAUSE,
                    0,
                    from(0, Role.class, 2, Meaning.class, ClauseRules::said),
                    subject,
                    BE,
                    POLARITY);
            g.add(
                    CLAUSE,
                    0,
                    from(0, Role.class, 2, Meaning.class, ClauseRules::said),
                    subject,
                    BE,
                    RIGHT);
        }
        Production.Combine absent = Contents.saidAbsent(0);
        Production.Combine present = Contents.saidPresent(0);
        g.add(CLAUSE, 0, absent, NP, V_LACK);
        g.add(CLAUSE, 0, absent, NP, BE, V_LACK);
        for (Category verb : List.of(V_STATE, V_MENTION, V_HAVE, V_REPEAT, THERE)) {
            g.add(CLAUSE, 0.05, absent, NP, NOT, verb);
        }
        g.add(
                CLAUSE,
                -0.2,
                from(
                        0,
                        Things.class,
                        t ->
                                ClauseRules.said(
                                        Role.IT,
                                        Test.neutral(
                                                Terms.absent(
                                                        new Things(t.things(), Things.Join.AND),
                                                        Scope.RESPONSE)))),
                NP,
                BE,
                BOTH,
                V_LACK);
        // "a greeting? none"
        g.add(CLAUSE, 0, absent, NP, COMMA, NONE);
        g.add(CLAUSE, 0, absent, NP, BE, NOT, V_STATE);
        g.add(CLAUSE, 0, absent, NP, BE, NOT, V_MENTION);
        g.add(CLAUSE, 0, absent, NP, BE, NOT, V_HAVE);
        g.add(CLAUSE, 0, absent, NP, BE, NOT, V_REPEAT);
        g.add(CLAUSE, 0, absent, NP, BE, NOT, IN, SUBJECT);
        g.add(CLAUSE, 0.2, absent, NP, BE, NOT, THERE);
        g.add(CLAUSE, 0, present, NP, BE, V_STATE);
        g.add(CLAUSE, 0, present, NP, BE, V_HAVE);
        g.add(CLAUSE, 0, present, NP, BE, V_REPEAT);
        g.add(CLAUSE, 0, present, NP, BE, IN, SUBJECT);
        g.add(CLAUSE, 0.05, present, NP, BE, THERE);
        // "the date is missing, and so is the place"
        for (List<Category> so : List.of(List.of(SO), List.of(COMMA, SO))) {
            List<Category> parts = new ArrayList<>(List.of(NP, BE, V_LACK));
            parts.addAll(so);
            parts.addAll(List.of(BE, NP));
            g.add(
                    CLAUSE,
                    0,
                    from(0, Things.class, parts.size() - 1, Things.class, PassiveRules::neither),
                    parts.toArray(Category[]::new));
        }
        Production.Combine wished = Contents.saidWished(0);
        g.add(CLAUSE, 0, wished, NP, OUGHT, BE, V_STATE);
        g.add(CLAUSE, 0, wished, NP, OUGHT, BE, V_HAVE);
        g.add(CLAUSE, 0, wished, NP, OUGHT, BE, V_REPEAT);
        g.add(CLAUSE, 0, wished, NP, OUGHT, BE, IN, SUBJECT);
        g.add(CLAUSE, 0.1, wished, NP, OUGHT, BE, THERE);
        g.add(CLAUSE, 0, Contents.saidWished(3), THERE, OUGHT, BE, NP);
        g.add(
                CLAUSE,
                0,
                from(3, Test.class, t -> ClauseRules.said(Role.IT, new Wish(t.bool()))),
                THERE,
                OUGHT,
                BE,
                TEST);
        Production.Combine unwanted = Contents.saidUnwanted(0);
        for (Category verb : List.of(V_STATE, V_HAVE, V_MENTION, V_REPEAT)) {
            g.add(CLAUSE, 0, unwanted, NP, OUGHT, NOT, BE, verb);
        }
        g.add(CLAUSE, 0, unwanted, NP, OUGHT, NOT, BE, IN, SUBJECT);
        g.add(CLAUSE, 0.05, unwanted, NP, OUGHT, NOT, BE, THERE);
        for (Category verb : List.of(V_WANT, V_ASK)) {
            g.add(CLAUSE, 0, from(0, Things.class, t -> unasked(t)), NP, OUGHT, NOT, BE, verb);
        }
        // "a list isn't needed here"
        g.add(
                CLAUSE,
                0,
                from(
                        0,
                        Things.class,
                        t ->
                                ClauseRules.said(
                                        Role.IT,
                                        new Test(
                                                Terms.present(t, Scope.RESPONSE),
                                                Meaning.Leaning.BLEMISH))),
                NP,
                UNNEEDED);
        g.add(
                CLAUSE,
                0,
                from(1, Things.class, 3, Things.class, PassiveRules::neither),
                NEITHER,
                NP,
                NOT,
                NP,
                BE,
                V_STATE);
        // "the section number comes after the quote"
        g.add(CLAUSE, 0, m -> ordered(m.get(3), m.get(0)), NP, V_COMES, AFTER, NP);
        g.add(CLAUSE, 0, m -> ordered(m.get(0), m.get(3)), NP, V_COMES, BEFORE, NP);
        for (Category stands : List.of(V_COMES, BE)) {
            g.add(CLAUSE, 0, m -> wished(m.get(0), m.get(4)), NP, OUGHT, stands, BEFORE, NP);
            g.add(CLAUSE, 0, m -> wished(m.get(4), m.get(0)), NP, OUGHT, stands, AFTER, NP);
            g.add(CLAUSE, 0, m -> ordered(m.get(3), m.get(0)), NP, BE, AFTER, NP);
            g.add(CLAUSE, 0, m -> ordered(m.get(0), m.get(3)), NP, BE, BEFORE, NP);
        }
        g.add(CLAUSE, 0, from(0, Things.class, ClauseRules::unexplained), NP, UNEXPLAINED);
        g.add(CLAUSE, 0, from(1, Things.class, ClauseRules::unexplained), UNEXPLAINED, NP);
        // "'shall' and 'must' get mixed up"
        g.add(
                CLAUSE,
                0,
                m ->
                        m.get(0) instanceof Things t && t.things().size() > 1
                                ? present.apply(List.of(t))
                                : List.of(),
                NP,
                BE,
                V_MIX);
        // "the JSON is broken", "broken JSON"
        g.add(CLAUSE, 0, from(0, Things.class, ClauseRules::notAsAsked), NP, BROKEN);
        g.add(CLAUSE, 0, from(1, Things.class, ClauseRules::notAsAsked), BROKEN, NP);
        // what is hard to understand is there, and not explained
        g.add(
                CLAUSE,
                -0.02,
                from(0, Things.class, t -> isCryptic(t) ? ClauseRules.unexplained(t) : List.of()),
                NP,
                BE,
                NOT,
                V_EXPLAIN);
    }

    private static List<Meaning> unasked(Things things) {
        return PredicateRules.asks(things).stream()
                .flatMap(
                        test ->
                                ClauseRules.said(
                                        Role.IT, new Wish(Terms.negated(((Test) test).bool())))
                                        .stream())
                .toList();
    }

    private static boolean isCryptic(Things things) {
        return Grammar.single(things).stream()
                .anyMatch(
                        thing ->
                                thing instanceof Thing.Words(Pattern.Concept(var name), _)
                                        && Set.of("medical_abbrev", "jargon").contains(name));
    }

    private static List<Meaning> neither(Things a, Things b) {
        return ClauseRules.said(
                Role.IT,
                Test.neutral(
                        Bool.and(
                                Terms.absent(a, Scope.RESPONSE), Terms.absent(b, Scope.RESPONSE))));
    }

    static List<Meaning> wished(Meaning first, Meaning second) {
        return ordered(first, second).stream()
                .flatMap(
                        said ->
                                ((Meaning.Said) said).content() instanceof Test test
                                        ? ClauseRules.said(Role.IT, new Wish(test.bool())).stream()
                                        : java.util.stream.Stream.of())
                .toList();
    }

    static List<Meaning> ordered(Meaning first, Meaning second) {
        List<Meaning> found = new ArrayList<>();
        for (Thing a : Grammar.single((Things) first)) {
            for (Thing b : Grammar.single((Things) second)) {
                found.addAll(ClauseRules.said(Role.IT, new Order(a, b)));
            }
        }
        return found;
    }
}
