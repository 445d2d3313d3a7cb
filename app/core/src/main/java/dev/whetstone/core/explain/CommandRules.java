package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// What the expert would change: "add the deadline", "remove the emojis", and what they looked for:
/// "I miss a greeting", "I can't find any source".
final class CommandRules {
    private static final double SAID_OUTRIGHT = -0.1;

    private CommandRules() {}

    static void addTo(Grammar g) {
        commands(g);
        searches(g);
    }

    private static void commands(Grammar g) {
        g.add(CLAUSE, SAID_OUTRIGHT, Contents.saidWished(1), COMMAND, NP);
        g.add(
                CLAUSE,
                SAID_OUTRIGHT,
                from(1, Test.class, t -> wish(new Wish(t.bool()))),
                COMMAND,
                TEST);
        // "use fewer exclamation marks"
        g.add(
                CLAUSE,
                SAID_OUTRIGHT,
                from(1, Degree.class, d -> ClauseRules.said(Role.IT, turned(d))),
                COMMAND,
                TEST);
        g.add(CLAUSE, SAID_OUTRIGHT, Contents.saidUnwanted(1), REMOVE, NP);
        // "needs more examples"
        g.add(VP, 0, from(1, Degree.class, d -> List.of(turned(d))), V_NEED, TEST);
        g.add(VP, 0, from(1, Degree.class, d -> List.of(turned(d))), OUGHT, VP);
    }

    /// Who wishes for more finds too little.
    static Degree turned(Degree degree) {
        return new Degree(degree.measure(), !degree.high(), degree.margin(), degree.excess());
    }

    private static List<Meaning> wish(Wish wish) {
        return ClauseRules.said(Role.IT, wish);
    }

    private static void searches(Grammar g) {
        Production.Combine absent =
                m ->
                        ClauseRules.said(
                                Role.IT,
                                Test.neutral(Terms.absent((Things) m.getLast(), Scope.RESPONSE)));
        // "I'd have liked a table", "I was hoping for an apology"
        for (List<Category> who :
                List.of(
                        List.of(WE, WILL, V_EXPECT),
                        List.of(WE, V_HOPE),
                        List.of(WE, WILL, V_HOPE))) {
            Category[] thing = with(who, NP);
            g.add(CLAUSE, 0, Contents.saidWished(who.size()), thing);
            g.add(
                    CLAUSE,
                    0,
                    from(who.size(), Test.class, t -> wish(new Wish(t.bool()))),
                    with(who, TEST));
            g.add(
                    CLAUSE,
                    0,
                    from(who.size(), Degree.class, d -> ClauseRules.said(Role.IT, turned(d))),
                    with(who, TEST));
        }
        // "I'd like it more polite"
        g.add(
                CLAUSE,
                0,
                from(4, Degree.class, d -> ClauseRules.said(Role.IT, turned(d))),
                WE,
                WILL,
                V_EXPECT,
                SUBJECT,
                DESCRIPTION);
        g.add(CLAUSE, 0, absent, WE, V_LACK, NP);
        for (Category who : List.of(WE, CUSTOMER)) {
            g.add(CLAUSE, 0, absent, who, DO, NOT, V_SEE, NP);
            g.add(CLAUSE, 0, absent, who, WILL, NOT, V_SEE, NP);
            g.add(CLAUSE, 0, absent, who, NOT, V_SEE, NP);
            g.add(CLAUSE, 0, absent, NOT, DO, who, V_SEE, NP);
            g.add(CLAUSE, 0, absent, who, V_SEE, NO, NP);
            // "you'll find neither a link nor a number"
            for (List<Category> will : List.of(List.<Category>of(), List.of(WILL))) {
                List<Category> parts = new ArrayList<>(List.of(who));
                parts.addAll(will);
                parts.add(V_SEE);
                g.add(
                        CLAUSE,
                        0.05,
                        from(parts.size(), Test.class, t -> ClauseRules.said(Role.IT, t)),
                        with(parts, TEST));
            }
        }
    }

    private static Category[] with(List<Category> begin, Category last) {
        List<Category> parts = new ArrayList<>(begin);
        parts.add(last);
        return parts.toArray(Category[]::new);
    }
}
