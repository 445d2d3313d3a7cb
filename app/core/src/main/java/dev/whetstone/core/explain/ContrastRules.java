package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Order;
import dev.whetstone.core.explain.Meaning.Quality;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Said;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Whole;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// One thing and not the other: without doing it, but not that, neither this nor that, plain text
/// in place of a list.
final class ContrastRules {
    private static final List<List<Category>> BUT_NOT =
            List.of(
                    List.of(BUT, NOT),
                    List.of(COMMA, BUT, NOT),
                    List.of(AND, NOT),
                    List.of(COMMA, NOT));

    private ContrastRules() {}

    static void addTo(Grammar g) {
        without(g);
        butNot(g);
        neither(g);
        unstructured(g);
    }

    private static void without(Grammar g) {
        g.add(TEST, 0, from(1, Test.class, NegationRules::negate), WITHOUT, VP);
        g.add(TEST, 0, from(1, Order.class, OrderRules::negateOrder), WITHOUT, VP);
        g.add(
                VP,
                0,
                from(1, Things.class, t -> contents(ClauseRules.unexplained(t))),
                V_HAVE,
                NP,
                UNEXPLAINED);
    }

    /// "mentions termination but not the notice period"
    private static void butNot(Grammar g) {
        for (List<Category> joint : BUT_NOT) {
            for (Category verb : List.of(V_HAVE, V_MENTION, V_REPEAT)) {
                List<Category> parts = new ArrayList<>(List.of(verb, NP));
                parts.addAll(joint);
                parts.add(NP);
                butNot(g, verb, parts);
                // "talks about dieting but not about water"
                parts.add(parts.size() - 1, ABOUT);
                butNot(g, verb, parts);
            }
        }
    }

    private static void butNot(Grammar g, Category verb, List<Category> parts) {
        int other = parts.size() - 1;
        g.add(
                VP,
                0,
                from(1, Things.class, other, Things.class, (a, b) -> oneNotOther(a, b, verb)),
                parts.toArray(Category[]::new));
    }

    private static List<Meaning> oneNotOther(Things one, Things other, Category verb) {
        return asserted(
                verb == V_MENTION
                        ? Bool.and(
                                Terms.mentioned(one, Scope.RESPONSE),
                                Terms.unmentioned(other, Scope.RESPONSE))
                        : Bool.and(
                                Terms.present(one, Scope.RESPONSE),
                                Terms.absent(other, Scope.RESPONSE)));
    }

    /// "neither polite nor clear", "has neither a greeting nor a sign-off"; "lacks both" is
    /// neither.
    private static void neither(Grammar g) {
        Production.Combine things =
                from(
                        1,
                        Things.class,
                        3,
                        Things.class,
                        (a, b) ->
                                asserted(
                                        Bool.and(
                                                Terms.absent(a, Scope.RESPONSE),
                                                Terms.absent(b, Scope.RESPONSE))));
        g.add(TEST, 0, things, NEITHER, NP, NOT, NP);
        g.add(
                DESCRIPTION,
                0,
                from(1, Quality.class, 3, Quality.class, ContrastRules::neither),
                NEITHER,
                ADJ,
                NOT,
                ADJ);
        g.add(
                VP,
                0,
                from(
                        1,
                        Test.class,
                        3,
                        Test.class,
                        (a, b) ->
                                asserted(
                                        Bool.and(
                                                Terms.negated(a.bool()), Terms.negated(b.bool())))),
                NEITHER,
                VP,
                NOT,
                VP);
        g.add(
                VP,
                0,
                from(
                        2,
                        Things.class,
                        t ->
                                asserted(
                                        Terms.absent(
                                                new Things(t.things(), Things.Join.AND),
                                                Scope.RESPONSE))),
                V_LACK,
                BOTH,
                NP);
    }

    private static List<Meaning> neither(Quality a, Quality b) {
        Bool first = QualityRules.threshold(a);
        Bool second = Slots.fresh(QualityRules.threshold(b), first);
        return asserted(Bool.and(Terms.negated(first), Terms.negated(second)));
    }

    /// "they wanted a table but got prose", "a paragraph instead of a list", "isn't in JSON"
    private static void unstructured(Grammar g) {
        for (List<Category> wanted :
                List.of(
                        List.of(CUSTOMER, V_WANT, NP),
                        List.of(PROMPT, V_WANT, NP),
                        List.of(WE, V_WANT, NP),
                        List.of(V_WANT, NP))) {
            for (List<Category> joint :
                    List.of(List.of(BUT), List.of(AND), List.of(COMMA), List.of(COMMA, BUT))) {
                unmet(g, wanted, joint, List.of(V_GET, UNSTRUCTURED));
                unmet(g, wanted, joint, List.of(SUBJECT, V_GET, UNSTRUCTURED));
                unmet(g, wanted, joint, List.of(CUSTOMER, V_GET, UNSTRUCTURED));
                unmet(g, wanted, joint, List.of(NOT, UNSTRUCTURED));
            }
            unmet(g, wanted, List.of(), List.of(NOT, UNSTRUCTURED));
            unmet(g, wanted, List.of(), List.of(INSTEAD, UNSTRUCTURED));
        }
        g.add(
                TEST,
                0,
                from(2, Things.class, t -> contents(ClauseRules.notAsAsked(t))),
                UNSTRUCTURED,
                INSTEAD,
                NP);
        Production.Combine form = from(3, Things.class, t -> contents(ClauseRules.notAsAsked(t)));
        g.add(VP, 0.1, form, BE, NOT, IN, NP);
        g.add(VP, 0.1, form, BE, NOT, AS, NP);
        g.add(VP, 0.1, form, DO, NOT, V_ANSWER, NP);
        // "the code isn't in a code block"
        g.add(CLAUSE, 0, from(4, Things.class, ClauseRules::notAsAsked), NP, BE, NOT, IN, NP);
    }

    private static void unmet(
            Grammar g, List<Category> wanted, List<Category> joint, List<Category> got) {
        List<Category> parts = new ArrayList<>(wanted);
        parts.addAll(joint);
        parts.addAll(got);
        g.add(
                STATEMENT,
                0,
                from(wanted.size() - 1, Things.class, ContrastRules::unmet),
                parts.toArray(Category[]::new));
    }

    private static List<Meaning> unmet(Things wanted) {
        List<Said> said = new ArrayList<>();
        for (Meaning meaning : ClauseRules.notAsAsked(wanted)) {
            if (meaning instanceof Said(_, Test(var bool, _))) {
                said.add(new Said(Role.IT, new Test(bool, Leaning.BLEMISH)));
            }
        }
        return said.isEmpty() ? List.of() : List.of(new Whole(said, List.of()));
    }

    private static List<Meaning> contents(List<Meaning> said) {
        return said.stream().map(meaning -> ((Said) meaning).content()).toList();
    }
}
