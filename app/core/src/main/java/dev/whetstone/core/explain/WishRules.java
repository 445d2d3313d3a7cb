package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// What ought to be: house rules.
final class WishRules {
    /// What we do is more often a justification than a rule of its own.
    private static final double WE_COST = 0.8;

    private WishRules() {}

    static void addTo(Grammar g) {
        wishes(g);
    }

    /// What we do and do not do: house rules.
    private static void wishes(Grammar g) {
        Production.Combine prohibited =
                from(
                        1,
                        Test.class,
                        t -> ClauseRules.said(Role.IT, new Wish(Terms.negated(t.bool()))));
        g.add(CLAUSE, 0, prohibited, PROHIBITION, VP);
        g.add(
                CLAUSE,
                0,
                from(1, Test.class, t -> ClauseRules.said(Role.IT, new Wish(t.bool()))),
                ALWAYS,
                VP);
        g.add(CLAUSE, WE_COST, from(1, Wish.class, w -> ClauseRules.said(Role.IT, w)), WE, VP);
        g.add(
                CLAUSE,
                WE_COST,
                from(1, Test.class, t -> ClauseRules.said(Role.IT, new Wish(t.bool()))),
                WE,
                VP);
        for (List<Category> not : List.of(List.of(NOT), List.of(WILL, NOT), List.of(DO, NOT))) {
            List<Category> parts = new ArrayList<>(List.of(WE));
            parts.addAll(not);
            parts.add(VP);
            g.add(
                    CLAUSE,
                    WE_COST,
                    from(
                            parts.size() - 1,
                            Test.class,
                            t -> ClauseRules.said(Role.IT, new Wish(Terms.negated(t.bool())))),
                    parts.toArray(Category[]::new));
        }
        // "a table would have been better"
        g.add(
                CLAUSE,
                0,
                from(
                        0,
                        Things.class,
                        t ->
                                ClauseRules.said(
                                        Role.CHOSEN,
                                        Test.neutral(Terms.present(t, Scope.RESPONSE)))),
                NP,
                WOULD_HELP);
        g.add(
                CLAUSE,
                0,
                from(0, Test.class, t -> ClauseRules.said(Role.CHOSEN, t)),
                TEST,
                WOULD_HELP);
        // "would be better as a table"
        for (Category as : List.of(AS, IN, WITH)) {
            Production.Combine form =
                    m ->
                            ClauseRules.said(
                                    Role.CHOSEN,
                                    Test.neutral(
                                            Terms.present((Things) m.getLast(), Scope.RESPONSE)));
            g.add(CLAUSE, 0, form, WOULD_HELP, as, NP);
            g.add(CLAUSE, 0, form, SUBJECT, WOULD_HELP, as, NP);
        }
    }
}
