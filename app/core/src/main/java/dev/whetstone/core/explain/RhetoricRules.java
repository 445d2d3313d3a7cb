package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// Questions that are complaints ("where is the deadline?", "why no greeting?") and headlines
/// without a verb ("price first, apology second").
final class RhetoricRules {
    private RhetoricRules() {}

    static void addTo(Grammar g) {
        questions(g);
        headlines(g);
    }

    private static void questions(Grammar g) {
        Production.Combine absent = Contents.saidAbsent(1);
        Production.Combine present = Contents.saidPresent(1);
        // "where is the deadline?", "what about the deadline?"
        g.add(CLAUSE, 0, absent, WHEREIS, NP);
        // "what's with the emojis?", "who asked for emojis?"
        g.add(CLAUSE, 0, present, WHATFOR, NP);
        // "where did it get that date from?", "where does the date come from?"
        Production.Combine invented =
                from(
                        1,
                        Things.class,
                        t ->
                                NoveltyRules.novel(t, Scope.PROMPT, Relation.AT_LEAST, 1).stream()
                                        .flatMap(test -> ClauseRules.said(Role.IT, test).stream())
                                        .toList());
        g.add(CLAUSE, 0, invented, WHEREGET, NP);
        g.add(CLAUSE, 0, invented, WHEREGET, NP, FROM);
        g.add(CLAUSE, 0, invented, WHEREDO, NP, COMEFROM);
        // "why no greeting?", "why does it ask for the password?"
        g.add(CLAUSE, 0.05, from(1, Meaning.class, c -> ClauseRules.said(Role.IT, c)), WHY, TEST);
        g.add(CLAUSE, 0.05, from(1, Meaning.class, c -> ClauseRules.said(Role.IT, c)), WHY, VP);
        g.add(CLAUSE, 0.1, present, WHY, NP);
    }

    /// "price first, apology second": what comes before what.
    private static void headlines(Grammar g) {
        for (List<Category> joint : List.of(List.of(COMMA), List.of(AND), List.of(COMMA, AND))) {
            List<Category> parts = new ArrayList<>(List.of(NP, PLACE));
            parts.addAll(joint);
            parts.addAll(List.of(NP, SECONDLY));
            int second = parts.size() - 2;
            g.add(
                    CLAUSE,
                    0,
                    m -> PassiveRules.ordered(m.get(0), m.get(second)),
                    parts.toArray(Category[]::new));
        }
        // "first the price and then the apology"
        for (List<Category> joint :
                List.of(
                        List.of(THAN),
                        List.of(AND, THAN),
                        List.of(COMMA, THAN),
                        List.of(COMMA, AND, THAN))) {
            List<Category> parts = new ArrayList<>(List.of(FIRSTLY, NP));
            parts.addAll(joint);
            parts.add(NP);
            g.add(
                    CLAUSE,
                    0,
                    m -> PassiveRules.ordered(m.get(1), m.getLast()),
                    parts.toArray(Category[]::new));
        }
        // "theory before practice, please"; without the wish it may be as it is or as it should be
        for (List<Category> joint : List.of(List.<Category>of(), List.of(COMMA))) {
            wished(g, BEFORE, joint, 0, 2);
            wished(g, AFTER, joint, 2, 0);
        }
    }

    private static void wished(
            Grammar g, Category order, List<Category> joint, int first, int second) {
        List<Category> behind = new ArrayList<>(List.of(NP, order, NP));
        behind.addAll(joint);
        behind.add(PLEASE);
        g.add(
                CLAUSE,
                0,
                m -> PassiveRules.wished(m.get(first), m.get(second)),
                behind.toArray(Category[]::new));
        g.add(
                CLAUSE,
                0,
                m -> PassiveRules.wished(m.get(first + 1), m.get(second + 1)),
                PLEASE,
                NP,
                order,
                NP);
    }
}
