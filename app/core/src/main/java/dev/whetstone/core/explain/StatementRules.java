package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Gate;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Said;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Whole;
import java.util.ArrayList;
import java.util.List;

/// The whole explanation: clauses, conditions and justifications in any order.
final class StatementRules {
    private static final List<List<Category>> JOINTS =
            List.of(
                    List.of(COMMA),
                    List.of(AND),
                    List.of(BUT),
                    List.of(COMMA, AND),
                    List.of(COMMA, BUT));

    private StatementRules() {}

    static void addTo(Grammar g) {
        g.add(
                STATEMENT,
                0,
                from(0, Said.class, s -> List.of(new Whole(List.of(s), List.of()))),
                CLAUSE);
        for (List<Category> joint : JOINTS) {
            joined(g, joint);
        }
        // "unless they ask for it, no phone number": then it is not wanted
        for (List<Category> joint : List.of(List.<Category>of(), List.of(COMMA))) {
            List<Category> parts = new ArrayList<>(List.of(UNLESS, ABOUT_PROMPT));
            parts.addAll(joint);
            parts.addAll(List.of(NO, NP));
            g.add(
                    STATEMENT,
                    -0.1,
                    from(1, Gate.class, parts.size() - 1, Things.class, StatementRules::unwanted),
                    parts.toArray(Category[]::new));
        }
        gated(g, List.of());
        gated(g, List.of(COMMA));
        g.add(
                STATEMENT,
                0.05,
                from(0, Whole.class, 1, Gate.class, StatementRules::under),
                STATEMENT,
                GATE);
        g.add(
                STATEMENT,
                0.05,
                from(0, Whole.class, 2, Gate.class, StatementRules::under),
                STATEMENT,
                COMMA,
                GATE);
        g.pass(STATEMENT, 0, 0, STATEMENT, JUSTIFICATION);
        g.pass(STATEMENT, 0, 0, STATEMENT, COMMA, JUSTIFICATION);
        g.pass(STATEMENT, 0, 0, STATEMENT, AND, JUSTIFICATION);
        g.pass(STATEMENT, 0, 0, STATEMENT, BUT, JUSTIFICATION);
        g.pass(STATEMENT, 0, 2, JUSTIFICATION, COMMA, STATEMENT);
        g.pass(STATEMENT, 0, 2, JUSTIFICATION, BUT, STATEMENT);
        g.pass(STATEMENT, 0, 2, JUSTIFICATION, AND, STATEMENT);
        for (Category other : List.of(ROLE, OTHER)) {
            g.pass(STATEMENT, 0, 3, UNLIKE, other, COMMA, STATEMENT);
            g.pass(STATEMENT, 0.05, 2, UNLIKE, other, STATEMENT);
        }
        // "the customer sounds angry, so it should apologise"
        for (List<Category> so :
                List.of(List.of(SO), List.of(COMMA, SO), List.of(COMMA, AND, SO))) {
            List<Category> parts = new ArrayList<>(List.of(ABOUT_PROMPT));
            parts.addAll(so);
            parts.add(STATEMENT);
            g.add(
                    STATEMENT,
                    0.05,
                    from(parts.size() - 1, Whole.class, 0, Gate.class, StatementRules::under),
                    parts.toArray(Category[]::new));
        }
        preferences(g);
        reasons(g);
    }

    private static List<Whole> unwanted(Gate gate, Things things) {
        Meaning.Wish none =
                new Meaning.Wish(Terms.absent(things, dev.whetstone.core.lf.Scope.RESPONSE));
        return List.of(
                new Whole(List.of(new Said(Role.IT, none)), List.of(Terms.negated(gate.bool()))));
    }

    private static void joined(Grammar g, List<Category> joint) {
        List<Category> parts = new ArrayList<>(List.of(STATEMENT));
        parts.addAll(joint);
        parts.add(STATEMENT);
        g.add(
                STATEMENT,
                0.1,
                from(0, Whole.class, joint.size() + 1, Whole.class, StatementRules::together),
                parts.toArray(Category[]::new));
        // "the prompt asked for a list and the response has none": a condition without "if"
        List<Category> condition = new ArrayList<>(List.of(ABOUT_PROMPT));
        condition.addAll(joint);
        condition.add(STATEMENT);
        g.add(
                STATEMENT,
                0.1,
                from(joint.size() + 1, Whole.class, 0, Gate.class, StatementRules::under),
                condition.toArray(Category[]::new));
        List<Category> behind = new ArrayList<>(List.of(STATEMENT));
        behind.addAll(joint);
        behind.add(ABOUT_PROMPT);
        g.add(
                STATEMENT,
                0.2,
                from(0, Whole.class, joint.size() + 1, Gate.class, StatementRules::under),
                behind.toArray(Category[]::new));
    }

    private static void gated(Grammar g, List<Category> joint) {
        List<Category> parts = new ArrayList<>(List.of(GATE));
        parts.addAll(joint);
        parts.add(STATEMENT);
        g.add(
                STATEMENT,
                0.05,
                from(joint.size() + 1, Whole.class, 0, Gate.class, StatementRules::under),
                parts.toArray(Category[]::new));
    }

    private static List<Whole> together(Whole a, Whole b) {
        List<Said> said = new ArrayList<>(a.said());
        said.addAll(b.said());
        List<dev.whetstone.core.lf.Bool> gates = new ArrayList<>(a.gates());
        gates.addAll(b.gates());
        return List.of(new Whole(said, gates));
    }

    private static List<Whole> under(Whole whole, Gate gate) {
        List<dev.whetstone.core.lf.Bool> gates = new ArrayList<>(whole.gates());
        gates.add(gate.bool());
        return List.of(new Whole(whole.said(), gates));
    }

    private static List<Meaning> chosen(Meaning what) {
        dev.whetstone.core.lf.Scope reply = dev.whetstone.core.lf.Scope.RESPONSE;
        return switch (what) {
            case Things things -> chosen(Meaning.Test.neutral(Terms.present(things, reply)));
            case Meaning.Test _, Degree _ ->
                    List.of(new Whole(List.of(new Said(Role.CHOSEN, what)), List.of()));
            default -> List.of();
        };
    }

    /// "I'd pick B because it's shorter", "B, because it has a table"
    private static void reasons(Grammar g) {
        better(g);
        for (List<Category> who :
                List.of(
                        List.of(WE, V_CHOOSE, ROLE),
                        List.of(WE, WILL, V_CHOOSE, ROLE),
                        List.of(V_CHOOSE, ROLE),
                        List.of(WE, V_CHOOSE, ROLE, BETTERWORD),
                        List.of(WE, V_CHOOSE, ROLE, MORE),
                        List.of(ROLE))) {
            because(g, who);
            for (List<Category> because :
                    List.of(List.of(BECAUSE), List.of(COMMA, BECAUSE), List.<Category>of(COMMA))) {
                if (who.size() == 1 && !because.contains(BECAUSE)) {
                    continue;
                }
                List<Category> parts = new ArrayList<>(who);
                parts.addAll(because);
                parts.add(STATEMENT);
                g.add(STATEMENT, 0.05, m -> ofChosen(m.getLast()), parts.toArray(Category[]::new));
            }
        }
    }

    /// "B is better because it has headings"
    private static void better(Grammar g) {
        for (Category because : List.of(BECAUSE, AS)) {
            g.add(
                    STATEMENT,
                    0,
                    m -> ofChosen(m.getLast()),
                    ROLE,
                    BE,
                    BETTERWORD,
                    because,
                    STATEMENT);
        }
    }

    /// "B because of the table", "I chose A for its sources"
    private static void because(Grammar g, List<Category> who) {
        for (Category of : who.size() == 1 ? List.of(BECAUSEOF) : List.of(BECAUSEOF, FOR)) {
            for (Category what : List.of(NP, TEST)) {
                List<Category> parts = new ArrayList<>(who);
                parts.addAll(List.of(of, what));
                g.add(STATEMENT, 0, m -> chosen(m.getLast()), parts.toArray(Category[]::new));
            }
        }
    }

    private static List<Meaning> ofChosen(Meaning reason) {
        Whole whole = (Whole) reason;
        List<Said> said = new ArrayList<>();
        for (Said one : whole.said()) {
            said.add(one.role() == Role.IT ? new Said(Role.CHOSEN, one.content()) : one);
        }
        return List.of(new Whole(said, whole.gates()));
    }

    /// "I'd take the longer one": the reply spoken of is the chosen one.
    private static void preferences(Grammar g) {
        // "I prefer the one with headings"
        for (Category what : List.of(NP, TEST)) {
            for (List<Category> will : List.of(List.<Category>of(), List.of(WILL))) {
                List<Category> parts = new ArrayList<>(List.of(WE));
                parts.addAll(will);
                parts.addAll(List.of(V_CHOOSE, DET, ONE, WITH, what));
                g.add(STATEMENT, 0, m -> chosen(m.getLast()), parts.toArray(Category[]::new));
            }
        }
        for (List<Category> the : List.of(List.<Category>of(), List.of(DET))) {
            List<Category> parts = new ArrayList<>(the);
            parts.addAll(List.of(DESCRIPTION, ONE, BE, BETTERWORD));
            g.add(STATEMENT, 0, m -> chosen(m.get(m.size() - 4)), parts.toArray(Category[]::new));
            for (Category what : List.of(NP, TEST)) {
                List<Category> with = new ArrayList<>(the);
                with.addAll(List.of(ONE, WITH, what, BE, BETTERWORD));
                g.add(
                        STATEMENT,
                        0,
                        m -> chosen(m.get(m.size() - 3)),
                        with.toArray(Category[]::new));
            }
        }
        for (List<Category> before : List.of(List.of(WE), List.of(WE, WILL))) {
            List<Category> parts = new ArrayList<>(before);
            parts.addAll(List.of(V_CHOOSE, DET, DESCRIPTION, ONE));
            g.add(
                    STATEMENT,
                    0,
                    from(
                            parts.size() - 2,
                            Degree.class,
                            d -> List.of(new Whole(List.of(new Said(Role.CHOSEN, d)), List.of()))),
                    parts.toArray(Category[]::new));
        }
    }
}
