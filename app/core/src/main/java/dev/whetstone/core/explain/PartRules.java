package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Said;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.TextArg;
import java.util.List;
import java.util.Set;

/// What holds of a part of a reply: its first sentence, its end, its sentences as such.
final class PartRules {
    private PartRules() {}

    static void addTo(Grammar g) {
        placed(g);
        by(g);
        edges(g);
        perPart(g);
        stated(g);
    }

    private static void placed(Grammar g) {
        g.add(VP, 0.02, from(0, Test.class, 1, Name.class, PartRules::at), VP, PLACE);
        g.add(TEST, 0.02, from(0, Test.class, 1, Name.class, PartRules::at), TEST, PLACE);
        g.add(CLAUSE, 0.02, m -> saidAt(m.get(1), m.get(0)), PLACE, CLAUSE);
        g.add(CLAUSE, 0.02, m -> saidAt(m.get(2), m.get(0)), PLACE, COMMA, CLAUSE);
        // "the first sentence has no apology", "the opening is too long"
        g.add(CLAUSE, 0, m -> ofPart(m.get(0), m.get(1)), PLACENOUN, VP);
        g.add(CLAUSE, 0, m -> ofPart(m.get(0), m.get(2)), PLACENOUN, BE, DESCRIPTION);
        g.add(CLAUSE, 0, m -> ofPart(m.get(0), m.get(2)), PLACENOUN, BE, TEST);
        g.add(CLAUSE, 0.02, m -> ofPart(m.get(1), m.get(0)), TEST, PLACENOUN);
        // "the apology is at the end", "the price doesn't come first"
        for (Category stands : List.of(BE, V_COMES, V_OCCUR)) {
            g.add(CLAUSE, 0, m -> standing(m.get(0), m.get(2), false), NP, stands, PLACE);
        }
        g.add(CLAUSE, 0, m -> standing(m.get(0), m.get(3), true), NP, BE, NOT, PLACE);
        for (Category stands : List.of(V_COMES, V_OCCUR)) {
            g.add(CLAUSE, 0, m -> standing(m.get(0), m.get(4), true), NP, DO, NOT, stands, PLACE);
        }
    }

    private static List<Meaning> ofPart(Meaning place, Meaning content) {
        TextArg part = part((Name) place);
        return switch (content) {
            case Test test ->
                    at(test, (Name) place).stream()
                            .flatMap(placed -> ClauseRules.said(Role.IT, placed).stream())
                            .toList();
            case Wish(var bool) when Scopes.of(bool).equals(Set.of(Scope.RESPONSE)) ->
                    ClauseRules.said(Role.IT, new Wish(Terms.in(bool, part)));
            case Degree(var measure, var high, var margin, var excess) ->
                    ClauseRules.said(
                            Role.IT, new Degree(Terms.in(measure, part), high, margin, excess));
            default -> List.of();
        };
    }

    private static List<Meaning> standing(Meaning what, Meaning place, boolean elsewhere) {
        Bool there = Terms.present((Things) what, part((Name) place));
        return said(Test.neutral(elsewhere ? Terms.negated(there) : there));
    }

    /// "ends by asking ..."
    private static void by(Grammar g) {
        Name first = new Name("first_sentence");
        Name last = new Name("last_sentence");
        g.add(VP, 0, from(1, Test.class, t -> at(t, first)), V_STARTBY, VP);
        g.add(VP, 0, from(1, Test.class, t -> at(t, last)), V_ENDBY, VP);
        // "the apology should come first"
        for (Category stands : List.of(V_COMES, BE)) {
            g.add(
                    CLAUSE,
                    0,
                    m ->
                            ClauseRules.said(
                                    Role.IT,
                                    new Wish(
                                            Terms.present(
                                                    (Things) m.get(0), part((Name) m.get(3))))),
                    NP,
                    OUGHT,
                    stands,
                    PLACE);
        }
    }

    private static List<Meaning> at(Test test, Name place) {
        if (test.bool() instanceof Call(var function, _) && function == Function.TRUNCATED) {
            // what is cut off is cut off at its end
            return List.of(test);
        }
        return Scopes.of(test.bool()).equals(Set.of(Scope.RESPONSE))
                ? List.of(new Test(Terms.in(test.bool(), part(place)), test.leaning()))
                : List.of();
    }

    private static List<Meaning> saidAt(Meaning said, Meaning place) {
        return said instanceof Said(Role role, Test test)
                ? at(test, (Name) place).stream()
                        .<Meaning>map(placed -> new Said(role, placed))
                        .toList()
                : List.of();
    }

    static TextArg part(Name place) {
        return Terms.call(
                switch (place.name()) {
                    case "last_sentence" -> Function.LAST_SENTENCE;
                    case "first_paragraph" -> Function.FIRST_PARAGRAPH;
                    case "last_paragraph" -> Function.LAST_PARAGRAPH;
                    default -> Function.FIRST_SENTENCE;
                },
                Scope.RESPONSE);
    }

    /// "starts with an apology", "ends with a question": something that is no wording stands in the
    /// first or last sentence.
    private static void edges(Grammar g) {
        g.add(VP, 0, from(1, Things.class, t -> edge(t, Function.FIRST_SENTENCE)), V_START, NP);
        g.add(VP, 0, from(1, Things.class, t -> edge(t, Function.LAST_SENTENCE)), V_END, NP);
    }

    private static List<Meaning> edge(Things things, Function part) {
        return Grammar.single(things).stream()
                .filter(
                        thing ->
                                !(thing instanceof Thing.Words(var p, _))
                                        || p instanceof Pattern.Concept)
                .<Meaning>map(
                        thing ->
                                Test.neutral(
                                        Terms.present(thing, Terms.call(part, Scope.RESPONSE))))
                .toList();
    }

    /// "sentences are too long", "long sentences"
    private static void perPart(Grammar g) {
        g.add(CLAUSE, 0, m -> saidPer(m.get(2), m.get(0)), PARTS, BE, DESCRIPTION);
        g.add(CLAUSE, 0.02, m -> saidPer(m.get(1), m.get(0)), PARTS, DESCRIPTION);
        g.add(CLAUSE, 0, m -> saidPer(m.get(3), m.get(1)), DET, PARTS, BE, DESCRIPTION);
        g.add(TEST, 0.02, from(0, Degree.class, 1, Name.class, PartRules::per), DESCRIPTION, PARTS);
    }

    private static List<Meaning> saidPer(Meaning degree, Meaning part) {
        return degree instanceof Degree d
                ? per(d, (Name) part).stream()
                        .<Meaning>map(content -> new Said(Role.IT, content))
                        .toList()
                : List.of();
    }

    private static List<Meaning> per(Degree degree, Name part) {
        boolean length = degree.measure() instanceof Call(var f, _) && f == Function.WORDS;
        Arg count =
                Terms.call(
                        part.name().equals("paragraphs") ? Function.PARAGRAPHS : Function.SENTENCES,
                        Scope.RESPONSE);
        Num measure = length ? new Num.Quotient(degree.measure(), (Num) count) : degree.measure();
        return List.of(new Degree(measure, degree.high(), degree.margin(), degree.excess()));
    }

    /// "no case is cited", "two sources are given", "no greeting in it"
    private static void stated(Grammar g) {
        for (Category verb : List.of(V_STATE, V_HAVE, V_MENTION, V_REPEAT)) {
            g.add(CLAUSE, 0, from(0, Test.class, PartRules::said), TEST, BE, verb);
            g.add(CLAUSE, 0.05, from(0, Test.class, PartRules::said), TEST, verb);
        }
        g.add(CLAUSE, 0.02, from(0, Test.class, PartRules::said), TEST, IN, SUBJECT);
        // "in no sentence does it name the fee" negates like "never"
        g.add(
                CLAUSE,
                0,
                from(2, Things.class, t -> said(Test.neutral(Terms.absent(t, Scope.RESPONSE)))),
                NOT,
                BE,
                NP,
                V_STATE);
    }

    private static List<Meaning> said(Test test) {
        return List.of(new Said(Role.IT, test));
    }
}
