package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Order;
import dev.whetstone.core.explain.Meaning.Quality;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Said;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.RequestType;
import java.util.ArrayList;
import java.util.List;

/// Clauses: a predicate with its subject, and the fragments that stand for a whole clause.
final class ClauseRules {
    private ClauseRules() {}

    static void addTo(Grammar g) {
        subjects(g);
        fragments(g);
        quantified(g);
    }

    private static void subjects(Grammar g) {
        g.add(CLAUSE, 0.02, from(0, Meaning.class, c -> said(Role.IT, c)), VP);
        for (Category subject : List.of(SUBJECT, ROLE, OTHER, BOTH)) {
            g.add(CLAUSE, 0, from(0, Role.class, 1, Meaning.class, ClauseRules::said), subject, VP);
            g.add(
                    CLAUSE,
                    0.02,
                    from(0, Role.class, 2, Meaning.class, ClauseRules::said),
                    subject,
                    ONLY,
                    VP);
        }
        // "B's tone is warmer", "A's answer is shorter"
        for (Category of : List.of(TONEWORD, ONE)) {
            g.add(
                    CLAUSE,
                    0,
                    from(0, Role.class, 4, Meaning.class, ClauseRules::said),
                    ROLE,
                    POSSESSIVE,
                    of,
                    BE,
                    DESCRIPTION);
        }
        // "the message ends mid-sentence": only a reply is blamed
        g.add(
                CLAUSE,
                0.5,
                from(
                        1,
                        Test.class,
                        t -> t.leaning() == Leaning.BLEMISH ? said(Role.IT, t) : List.of()),
                PROMPT,
                VP);
        g.add(CLAUSE, 0.04, from(1, Meaning.class, c -> said(Role.IT, c)), ONLY, VP);
        // "only A gives the deadline"
        g.add(CLAUSE, 0, from(1, Role.class, 2, Meaning.class, ClauseRules::said), ONLY, ROLE, VP);
        g.add(
                CLAUSE,
                0.02,
                from(3, Test.class, t -> said(Role.IT, NegationRules.negate(t).getFirst())),
                NOT,
                DO,
                SUBJECT,
                VP);
    }

    static List<Meaning> said(Role role, Meaning content) {
        return switch (content) {
            case Test _, Wish _, Degree _ -> List.of(new Said(role, content));
            case Order order ->
                    OrderRules.orderTest(order).stream()
                            .<Meaning>map(test -> new Said(role, test))
                            .toList();
            case Meaning.Mark _ -> List.of(new Said(role, content));
            default -> List.of();
        };
    }

    private static void fragments(Grammar g) {
        // "rude to the customer"
        g.pass(DESCRIPTION, 0.02, 0, DESCRIPTION, TO, CUSTOMER);
        g.add(CLAUSE, 0, from(0, Meaning.class, c -> said(Role.IT, c)), TEST);
        g.add(CLAUSE, 0, from(0, Meaning.class, c -> said(Role.IT, c)), DESCRIPTION);
        // "less jargon in B"
        g.add(CLAUSE, 0, from(2, Role.class, 0, Meaning.class, ClauseRules::said), TEST, IN, ROLE);
        g.add(CLAUSE, 0.4, from(0, Things.class, ClauseRules::named), NP);
        g.add(CLAUSE, 0.1, Contents.saidPresent(0), QUOTED);
        g.add(
                CLAUSE,
                0.05,
                from(
                        0,
                        Things.class,
                        1,
                        Name.class,
                        (t, place) ->
                                said(
                                        Role.IT,
                                        Test.neutral(Terms.present(t, PartRules.part(place))))),
                QUOTED,
                PLACE);
        // "'cheers' is no sign-off", "'cheap' sounds rude": the verdict on words that are used
        for (Category[] verdict :
                new Category[][] {
                    {QUOTED, BE, NOT, NP},
                    {QUOTED, BE, NOT, POLARITY},
                    {QUOTED, BE, TEST},
                    {QUOTED, BE, DESCRIPTION}
                }) {
            g.add(CLAUSE, 0.2, Contents.saidPresent(0), verdict);
        }
        g.add(CLAUSE, 0, from(2, Meaning.class, c -> said(Role.IT, c)), THERE, BE, TEST);
        g.add(CLAUSE, 0, Contents.saidPresent(2), THERE, BE, NP);
        // "not valid JSON": only where the prompt asked for it
        g.add(CLAUSE, 0.1, from(1, Things.class, ClauseRules::notAsAsked), NOT, NP);
        g.add(CLAUSE, 0.1, from(2, Things.class, ClauseRules::notAsAsked), BE, NOT, NP);
        g.add(CLAUSE, 0.1, from(3, Things.class, ClauseRules::notAsAsked), SUBJECT, BE, NOT, NP);
    }

    /// A noun alone complains of the thing ("jargon"); an unknown word alone says nothing yet.
    private static List<Meaning> named(Things things) {
        boolean unknown =
                things.things().stream()
                        .anyMatch(thing -> thing instanceof Thing.Words w && w.literal());
        return unknown
                ? List.of()
                : said(Role.IT, Test.neutral(Terms.present(things, Scope.RESPONSE)));
    }

    static List<Meaning> notAsAsked(Things things) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : Grammar.single(things)) {
            String request =
                    switch (thing) {
                        case Thing.Counted(_, var asked) -> asked;
                        case Thing.Holding(_, var asked) -> asked;
                        case Thing.Words _, Thing.Entity _ -> "";
                    };
            RequestType.of(request)
                    .ifPresent(
                            type ->
                                    found.addAll(
                                            said(
                                                    Role.IT,
                                                    Test.neutral(
                                                            Bool.and(
                                                                    asksFor(type),
                                                                    Terms.negated(
                                                                            Terms.present(
                                                                                    thing,
                                                                                    Scope
                                                                                            .RESPONSE)))))));
        }
        return found;
    }

    static Bool asksFor(RequestType type) {
        return Terms.call(Function.ASKS_FOR, Scope.PROMPT, new Choice.Request(type));
    }

    static List<Meaning> unexplained(Things things) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : Grammar.single(things)) {
            if (thing instanceof Thing.Words(var pattern, _)) {
                found.addAll(
                        said(
                                Role.IT,
                                Test.neutral(
                                        Bool.and(
                                                Terms.present(thing, Scope.RESPONSE),
                                                Bool.not(
                                                        Terms.call(
                                                                Function.DEFINES,
                                                                Scope.RESPONSE,
                                                                pattern))))));
            }
        }
        return found;
    }

    private static void quantified(Grammar g) {
        g.add(CLAUSE, 0, m -> ofParts(Function.ALL, m), EVERY, PARTS, VP);
        g.add(CLAUSE, 0, m -> ofParts(Function.SOME, m), SOME, PARTS, VP);
        g.add(CLAUSE, 0, from(2, Things.class, ClauseRules::everything), EVERYTHING, BE, NP);
        // "it's all bullets", "nothing but bullets"
        g.add(CLAUSE, -0.1, from(3, Things.class, ClauseRules::everything), SUBJECT, BE, EVERY, NP);
        g.add(CLAUSE, 0, from(1, Things.class, ClauseRules::everything), NOTHINGBUT, NP);
        g.add(
                CLAUSE,
                0,
                from(3, Things.class, ClauseRules::everything),
                SUBJECT,
                BE,
                NOTHINGBUT,
                NP);
        g.add(CLAUSE, 0.1, Contents.saidPresent(2), EVERYTHING, IN, NP);
        // "no headings in such a long answer"
        g.add(CLAUSE, 0, ClauseRules::inLong, TEST, IN, DET, ADJ, SUBJECT);
        g.add(CLAUSE, -0.3, ClauseRules::inLong, TEST, IN, DET, ADJ, NP);
        g.add(
                CLAUSE,
                0,
                m -> inLong(List.of(m.get(0), m.get(1), m.get(1), m.get(2), m.get(3))),
                TEST,
                IN,
                ADJ,
                SUBJECT);
        // "the order should be facts, law, result"
        for (List<Category> is : List.of(List.of(OUGHT, BE), List.of(OUGHT, BE, COLON))) {
            for (List<Category> the : List.of(List.<Category>of(), List.of(DET))) {
                List<Category> parts = new ArrayList<>(the);
                parts.add(ORDER);
                parts.addAll(is);
                parts.add(NP);
                g.add(CLAUSE, -0.9, ClauseRules::notInOrder, parts.toArray(Category[]::new));
            }
        }
        g.add(CLAUSE, 0, ClauseRules::notInOrder, NOT, IN, NP, ORDER);
        g.add(CLAUSE, 0, ClauseRules::notInOrder, NOT, IN, DET, NP, ORDER);
        g.add(CLAUSE, 0, ClauseRules::notInOrder, NOT, IN, DET, ORDER, NP);
        g.add(CLAUSE, 0, ClauseRules::notInOrder, NOT, IN, DET, ORDER, COLON, NP);
        g.add(
                CLAUSE,
                0,
                from(0, Name.class, 2, Things.class, (n, t) -> everyLine(n, t)),
                EVERYPLACE,
                BE,
                NP);
    }

    private static List<Meaning> ofParts(Function quantifier, List<Meaning> parts) {
        if (!(parts.get(2) instanceof Test(var bool, var leaning))) {
            return List.of();
        }
        Function list = ShareRules.list(((Name) parts.get(1)).name());
        Arg body = Terms.in(bool, Scope.ITEM);
        return said(
                Role.IT,
                new Test(Terms.call(quantifier, Terms.call(list, Scope.RESPONSE), body), leaning));
    }

    private static List<Meaning> everything(Things things) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : Grammar.single(things)) {
            if (thing instanceof Thing.Counted(Num count, _)) {
                Num share = new Num.Quotient(count, Terms.call(Function.LINES, Scope.RESPONSE));
                found.addAll(
                        said(
                                Role.IT,
                                Test.neutral(
                                        new Bool.Compare(
                                                share, Relation.GREATER, Terms.THRESHOLD))));
            }
        }
        return found;
    }

    /// "every line is a heading"
    private static List<Meaning> everyLine(Name part, Things things) {
        return part.name().equals("lines") ? everything(things) : List.of();
    }

    private static List<Meaning> inLong(List<Meaning> parts) {
        if (!(parts.get(0) instanceof Test(var bool, var leaning))
                || !(parts.get(3) instanceof Quality quality)) {
            return List.of();
        }
        return said(Role.IT, new Test(Bool.and(QualityRules.threshold(quality), bool), leaning));
    }

    private static List<Meaning> notInOrder(List<Meaning> parts) {
        Meaning listed =
                parts.getLast() instanceof Things ? parts.getLast() : parts.get(parts.size() - 2);
        if (!(listed instanceof Things things) || things.things().size() < 2) {
            return List.of();
        }
        List<Arg> args = new ArrayList<>();
        args.add(Scope.RESPONSE);
        for (Thing thing : things.things()) {
            if (Terms.asTyped(thing) instanceof Thing.Words(var pattern, _)) {
                args.add(pattern);
            }
        }
        return args.size() == things.things().size() + 1
                ? said(Role.IT, Test.neutral(Bool.not(new Call(Function.ORDERED, args))))
                : List.of();
    }
}
