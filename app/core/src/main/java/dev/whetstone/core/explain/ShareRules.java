package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Quantity;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Parts of a reply and how much of it: every line, one sentence, half of the words, sentences of
/// more than so many words, amounts of money.
final class ShareRules {
    private ShareRules() {}

    static void addTo(Grammar g) {
        shares(g);
        ofReply(g);
        everywhere(g);
        edges(g);
        together(g);
        longParts(g);
    }

    /// "half of the words are in capitals", "most lines are bullets"
    private static void shares(Grammar g) {
        for (List<Category> link : List.of(List.of(BE), List.of(BE, IN))) {
            for (Category part : List.of(UNIT, PARTS)) {
                List<Category> parts = new ArrayList<>(List.of(SHARE, part));
                parts.addAll(link);
                parts.add(NP);
                g.add(
                        CLAUSE,
                        0,
                        m -> share((Quantity) m.get(0), m.get(1), (Things) m.getLast()),
                        parts.toArray(Category[]::new));
            }
        }
    }

    /// "half of it is bullets"
    private static void ofReply(Grammar g) {
        for (List<Category> of : List.of(List.<Category>of(), List.of(OF))) {
            List<Category> parts = new ArrayList<>(List.of(SHARE));
            parts.addAll(of);
            parts.addAll(List.of(SUBJECT, BE, NP));
            g.add(
                    CLAUSE,
                    0,
                    m ->
                            isCounted((Things) m.getLast())
                                    ? share(
                                            (Quantity) m.get(0),
                                            new Name("lines"),
                                            (Things) m.getLast())
                                    : List.of(),
                    parts.toArray(Category[]::new));
        }
    }

    private static boolean isCounted(Things things) {
        return single(things).stream().anyMatch(Thing.Counted.class::isInstance);
    }

    private static List<Meaning> share(Quantity share, Meaning part, Things things) {
        Num whole =
                switch (part) {
                    case Feature(var num) -> num;
                    case Name(var name) -> number(name);
                    default -> Terms.THRESHOLD;
                };
        return single(things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .map(
                        count ->
                                Terms.compare(
                                        new Num.Quotient(count, whole),
                                        share.relation(),
                                        share.value()))
                .flatMap(bool -> ClauseRules.said(Role.IT, Test.neutral(bool)).stream())
                .toList();
    }

    private static Num number(String part) {
        return Terms.call(
                switch (part) {
                    case "paragraphs" -> Function.PARAGRAPHS;
                    case "items_of" -> Function.LIST_ITEMS;
                    case "lines" -> Function.LINES;
                    default -> Function.SENTENCES;
                },
                Scope.RESPONSE);
    }

    static Function list(String part) {
        return switch (part) {
            case "paragraphs" -> Function.PARAGRAPHS_OF;
            case "items_of" -> Function.ITEMS_OF;
            default -> Function.SENTENCES_OF;
        };
    }

    /// "emojis in every line", "an apology in every paragraph"
    private static void everywhere(Grammar g) {
        Production.Combine named =
                from(0, Things.class, 1, Name.class, (t, n) -> inEvery(t, n.name()));
        g.add(TEST, 0, named, NP, EVERYPLACE);
        g.add(
                VP,
                0,
                from(
                        0,
                        Test.class,
                        1,
                        Name.class,
                        (t, n) -> n.name().equals("lines") ? List.of() : every(t, n.name())),
                VP,
                EVERYPLACE);
        for (Category verb : List.of(V_HAVE, V_REPEAT, V_MENTION)) {
            g.add(
                    VP,
                    0,
                    from(1, Things.class, 2, Name.class, (t, n) -> inEvery(t, n.name())),
                    verb,
                    NP,
                    EVERYPLACE);
        }
    }

    private static List<Meaning> inEvery(Things things, String part) {
        if (!part.equals("lines")) {
            return every(Test.neutral(Terms.present(things, Scope.RESPONSE)), part);
        }
        return single(things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .flatMap(
                        count ->
                                asserted(
                                        new Bool.Compare(
                                                new Num.Quotient(count, number(part)),
                                                Relation.GREATER,
                                                Terms.THRESHOLD))
                                        .stream())
                .toList();
    }

    private static List<Meaning> every(Test test, String part) {
        return quantified(Function.ALL, test, part);
    }

    /// "starts every sentence with "We""
    private static void edges(Grammar g) {
        for (Category verb : List.of(V_BEGIN, V_FINISH)) {
            Function edge = verb == V_BEGIN ? Function.STARTS_WITH : Function.ENDS_WITH;
            for (Category every : List.of(EVERY, SOME)) {
                Function quantifier = every == EVERY ? Function.ALL : Function.SOME;
                g.add(
                        VP,
                        0,
                        from(
                                2,
                                Name.class,
                                4,
                                Things.class,
                                (n, t) ->
                                        single(t).stream()
                                                .flatMap(thing -> Terms.pattern(thing).stream())
                                                .map(p -> Terms.call(edge, Scope.RESPONSE, p))
                                                .flatMap(
                                                        bool ->
                                                                quantified(
                                                                        quantifier,
                                                                        Test.neutral(bool),
                                                                        n.name())
                                                                        .stream())
                                                .toList()),
                        verb,
                        every,
                        PARTS,
                        WITH,
                        NP);
            }
        }
    }

    static List<Meaning> quantified(Function quantifier, Test test, String part) {
        return Scopes.of(test.bool()).equals(Set.of(Scope.RESPONSE))
                ? List.of(
                        new Test(
                                Terms.call(
                                        quantifier,
                                        Terms.call(list(part), Scope.RESPONSE),
                                        Terms.in(test.bool(), Scope.ITEM)),
                                test.leaning()))
                : List.of();
    }

    /// "'kindly' and 'please' in one sentence"
    private static void together(Grammar g) {
        g.add(
                TEST,
                0,
                from(
                        0,
                        Things.class,
                        1,
                        Name.class,
                        (t, n) ->
                                t.things().size() > 1
                                        ? quantified(
                                                Function.SOME,
                                                Test.neutral(Terms.present(t, Scope.RESPONSE)),
                                                n.name())
                                        : List.of()),
                NP,
                SAMEPLACE);
        g.add(
                VP,
                0,
                from(
                        0,
                        Test.class,
                        1,
                        Name.class,
                        (t, n) -> quantified(Function.SOME, t, n.name())),
                VP,
                SAMEPLACE);
        g.add(
                TEST,
                0,
                from(
                        0,
                        Test.class,
                        1,
                        Name.class,
                        (t, n) -> quantified(Function.SOME, t, n.name())),
                TEST,
                SAMEPLACE);
    }

    /// "sentences of more than 40 words", "any sentence over 35 words is too long"
    private static void longParts(Grammar g) {
        Production.Combine some =
                m ->
                        m.getLast() instanceof Test test
                                ? quantified(Function.SOME, test, ((Name) m.getFirst()).name())
                                : List.of();
        g.add(TEST, 0, some, PARTS, TEST);
        for (Category link : List.of(OF, WITH, HAVE, V_HAVE)) {
            g.add(TEST, 0, some, PARTS, link, TEST);
        }
        g.add(TEST, 0, some, PARTS, THAT, HAVE, TEST);
        g.add(TEST, 0, some, PARTS, THAT, BE, TEST);
        for (Category before : List.of(DET, ANY, SOME)) {
            for (List<Category> link :
                    List.of(List.<Category>of(), List.of(OF), List.of(WITH), List.of(THAN))) {
                List<Category> parts = new ArrayList<>(List.of(before, PARTS));
                parts.addAll(link);
                parts.add(TEST);
                g.add(TEST, 0, ShareRules::someAfter, parts.toArray(Category[]::new));
            }
        }
        // the verdict on such a part says nothing more
        g.add(
                CLAUSE,
                0,
                from(
                        0,
                        Test.class,
                        2,
                        Degree.class,
                        (t, d) -> ofParts(t) ? ClauseRules.said(Role.IT, t) : List.of()),
                TEST,
                BE,
                DESCRIPTION);
        // "no sentence should be longer than 30 words"
        for (List<Category> link : List.of(List.of(BE), List.of(HAVE), List.<Category>of())) {
            List<Category> parts = new ArrayList<>(List.of(NO, PARTS, OUGHT));
            parts.addAll(link);
            parts.add(TEST);
            g.add(CLAUSE, 0, ShareRules::none, parts.toArray(Category[]::new));
        }
    }

    private static List<Meaning> someAfter(List<Meaning> parts) {
        return parts.getLast() instanceof Test test
                ? quantified(Function.SOME, test, ((Name) parts.get(1)).name())
                : List.of();
    }

    private static boolean ofParts(Test test) {
        return test.bool() instanceof dev.whetstone.core.lf.Call(var function, _)
                && function == Function.SOME;
    }

    private static List<Meaning> none(List<Meaning> parts) {
        return parts.getLast() instanceof Test test
                ? quantified(Function.SOME, test, ((Name) parts.get(1)).name()).stream()
                        .<Meaning>flatMap(
                                some ->
                                        ClauseRules.said(
                                                Role.IT,
                                                new Wish(Terms.negated(((Test) some).bool())))
                                                .stream())
                        .toList()
                : List.of();
    }
}
