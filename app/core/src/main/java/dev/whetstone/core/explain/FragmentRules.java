package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// Short remarks as people jot them down: "bullets please", "too many words, 40 would do", "two
/// apologies are one too many", "asking for passwords is forbidden".
final class FragmentRules {
    private FragmentRules() {}

    static void addTo(Grammar g) {
        pleas(g);
        musts(g);
        verdicts(g);
        amounts(g);
        unanswered(g);
        onlyIf(g);
    }

    /// "bullets please", "no emojis please"
    private static void pleas(Grammar g) {
        for (List<Category> joint : List.of(List.<Category>of(), List.of(COMMA))) {
            g.add(CLAUSE, -0.1, Contents.saidWished(0), with(NP, joint, PLEASE));
            g.add(
                    CLAUSE,
                    -0.1,
                    from(0, Test.class, t -> wish(t.bool())),
                    with(TEST, joint, PLEASE));
            for (Category wanted : List.of(TEST, DESCRIPTION)) {
                g.add(
                        CLAUSE,
                        -0.1,
                        from(
                                0,
                                Degree.class,
                                d -> ClauseRules.said(Role.IT, CommandRules.turned(d))),
                        with(wanted, joint, PLEASE));
            }
        }
        g.add(CLAUSE, 0, Contents.saidWished(1), PLEASE, NP);
    }

    /// "the hotline is a must"
    private static void musts(Grammar g) {
        g.add(CLAUSE, 0, Contents.saidWished(0), NP, MUST);
        g.add(CLAUSE, 0, from(0, Test.class, t -> wish(t.bool())), TEST, MUST);
    }

    /// "asking for passwords is forbidden", "two apologies are one too many"
    private static void verdicts(Grammar g) {
        g.add(CLAUSE, 0.1, said(0), TEST, BE, POLARITY);
        g.add(CLAUSE, 0.1, said(0), VP, FORBIDDEN);
        // "all caps in the first line"
        g.add(
                CLAUSE,
                0.3,
                from(
                        0,
                        Things.class,
                        1,
                        Name.class,
                        (t, place) ->
                                t.things().stream().anyMatch(NounRules::isLiteral)
                                        ? List.of()
                                        : ClauseRules.said(
                                                Role.IT,
                                                Test.neutral(
                                                        Terms.present(t, PartRules.part(place))))),
                NP,
                PLACE);
        // "no doses should be given"
        for (Category verb : List.of(V_STATE, V_HAVE, V_MENTION)) {
            g.add(CLAUSE, 0, Contents.saidUnwanted(1), NO, NP, OUGHT, BE, verb);
        }
        for (Category role : List.of(BOTH, NEITHER)) {
            g.add(
                    CLAUSE,
                    0,
                    from(0, Role.class, 1, Meaning.class, ClauseRules::said),
                    role,
                    POLARITY);
            // "both friendly"
            g.add(
                    CLAUSE,
                    0.02,
                    from(0, Role.class, 1, Meaning.class, ClauseRules::said),
                    role,
                    DESCRIPTION);
        }
    }

    private static void amounts(Grammar g) {
        // "too many words, 40 would do"
        for (Category what : List.of(UNIT, NP)) {
            g.add(
                    CLAUSE,
                    -0.1,
                    m -> most(m.get(1), (Amount) m.get(3)),
                    MANY,
                    what,
                    COMMA,
                    NUMBER,
                    SUFFICE);
        }
        // "it's 3 paragraphs, one would do"
        for (Category what : List.of(UNIT, NP)) {
            for (List<Category> begin :
                    List.of(
                            List.<Category>of(),
                            List.of(SUBJECT, BE),
                            List.of(SUBJECT, HAVE),
                            List.of(SUBJECT, V_HAVE))) {
                List<Category> parts = new ArrayList<>(begin);
                parts.addAll(List.of(NUMBER, what, COMMA, NUMBER, SUFFICE));
                int unit = begin.size() + 1;
                g.add(
                        CLAUSE,
                        -0.1,
                        m -> most(m.get(unit), (Amount) m.get(unit + 2)),
                        parts.toArray(Category[]::new));
            }
        }
        g.add(
                TEST,
                0,
                from(1, Feature.class, f -> List.of(new Degree(f.num(), true, Double.NaN, true))),
                MANY,
                UNIT);
        g.add(
                TEST,
                0,
                from(1, Feature.class, f -> List.of(new Degree(f.num(), false, Double.NaN, true))),
                FEW,
                UNIT);
        // "the word 'just' appears more than twice"
        g.add(CLAUSE, 0, m -> often(m.get(0), 2), NP, V_OCCUR, QUANT, TWICE);
        g.add(CLAUSE, 0, m -> often(m.get(0), 1), NP, V_OCCUR, QUANT, ONCE);
    }

    private static List<Meaning> often(Meaning things, int times) {
        return Grammar.single((Things) things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .map(num -> Test.neutral(Terms.compare(num, Relation.GREATER, times)))
                .flatMap(test -> ClauseRules.said(Role.IT, test).stream())
                .toList();
    }

    private static List<Meaning> most(Meaning what, Amount amount) {
        return AmountRules.measured(what)
                .map(num -> wish(Terms.compare(num, Relation.AT_MOST, amount.value())))
                .orElse(List.of());
    }

    /// "the customer mentioned a deadline but the reply doesn't"
    private static void unanswered(Grammar g) {
        for (Category who : List.of(CUSTOMER, PROMPT)) {
            for (Category verb : List.of(V_MENTION, V_HAVE, V_ASKABOUT)) {
                for (List<Category> joint :
                        List.of(List.of(BUT), List.of(AND), List.of(COMMA), List.of(COMMA, BUT))) {
                    List<Category> parts = new ArrayList<>(List.of(who, verb, NP));
                    parts.addAll(joint);
                    parts.addAll(List.of(SUBJECT, DO, NOT));
                    g.add(
                            STATEMENT,
                            0,
                            m -> unmet((Things) m.get(2), verb),
                            parts.toArray(Category[]::new));
                }
            }
        }
    }

    /// "only mention the fee if they ask about it": otherwise it is not wanted.
    private static void onlyIf(Grammar g) {
        g.add(
                STATEMENT,
                -0.5,
                from(1, Test.class, 2, Meaning.Gate.class, FragmentRules::unlessGated),
                ONLY,
                VP,
                GATE);
    }

    private static List<Meaning> unlessGated(Test test, Meaning.Gate gate) {
        Wish not = new Wish(Terms.negated(test.bool()));
        return List.of(
                new Meaning.Whole(
                        List.of(new Meaning.Said(Role.IT, not)),
                        List.of(Terms.negated(gate.bool()))));
    }

    private static List<Meaning> unmet(Things things, Category verb) {
        return Grammar.single(things).stream()
                .<Meaning>map(
                        thing ->
                                new Meaning.Whole(
                                        List.of(
                                                new Meaning.Said(
                                                        Role.IT,
                                                        Test.neutral(
                                                                verb == V_MENTION
                                                                        ? Terms.unmentioned(
                                                                                things,
                                                                                Scope.RESPONSE)
                                                                        : Terms.absent(
                                                                                things,
                                                                                Scope.RESPONSE)))),
                                        List.of(Terms.inPrompt(thing))))
                .toList();
    }

    private static Production.Combine said(int at) {
        return from(at, Test.class, t -> ClauseRules.said(Role.IT, t));
    }

    private static List<Meaning> wish(dev.whetstone.core.lf.Bool bool) {
        return ClauseRules.said(Role.IT, new Wish(bool));
    }

    private static Category[] with(Category first, List<Category> joint, Category last) {
        List<Category> parts = new ArrayList<>(List.of(first));
        parts.addAll(joint);
        parts.add(last);
        return parts.toArray(Category[]::new);
    }
}
