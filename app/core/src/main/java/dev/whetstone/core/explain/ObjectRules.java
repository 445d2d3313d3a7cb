package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern.Concept;
import dev.whetstone.core.lf.Pattern.Literal;
import dev.whetstone.core.lf.Pattern.Regex;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// What is asked of, told, or promised to somebody, as the object of a verb of saying.
final class ObjectRules {
    /// Words of one promise stand so near each other.
    private static final int CLOSE = 8;

    /// What one thing is held against may stand a sentence away.
    private static final int FAR = 25;

    private static final Concept GUARANTEE = new Concept("guarantee");

    private ObjectRules() {}

    static void addTo(Grammar g) {
        asking(g);
        telling(g);
        promising(g);
        relating(g);
        leavingOut(g);
        trying(g);
        verbatim(g);
        verbatimOther(g);
        shaping(g);
    }

    /// "asks them for their dates", "wants the client to send the card number"
    private static void asking(Grammar g) {
        for (Category verb : List.of(V_ASKFOR, V_TELL)) {
            g.add(VP, 0, from(3, Things.class, PredicateRules::asks), verb, CUSTOMER, FOR, NP);
        }
        for (Category verb : List.of(V_ASK, V_WANT, V_ASKFOR)) {
            // before the words as they stand: who wants a thing sent asks for it
            g.add(
                    VP,
                    -0.3,
                    from(4, Things.class, PredicateRules::asks),
                    verb,
                    CUSTOMER,
                    TO,
                    V_SEND,
                    NP);
            g.pass(VP, 0.1, 3, verb, CUSTOMER, TO, VP);
        }
    }

    /// "tells them to call the number on the card", "says to check with a midwife"
    private static void telling(Grammar g) {
        for (List<Category> opening :
                List.of(
                        List.of(V_TELL, CUSTOMER, TO),
                        List.of(V_WANT, CUSTOMER, TO),
                        List.of(V_SAY, TO),
                        List.of(V_SAY, THAT, CUSTOMER, OUGHT),
                        List.of(V_SAY, CUSTOMER, OUGHT))) {
            g.add(VP, 0, m -> literal(m.getLast()), with(opening, ACTION));
            g.add(VP, 0, m -> literal(m.getLast()), with(opening, V_ACT, ACTION_OBJECT));
        }
        g.pass(NP, 0, 2, WH, TO, ACTION);
        g.pass(NP, 0, 3, WH, TO, V_ACT, ACTION_OBJECT);
        for (Category about : List.of(ABOUT, OF)) {
            g.add(VP, 0.02, Contents.present(3), V_TELL, CUSTOMER, about, NP);
            g.pass(VP, 0.02, 3, V_TELL, CUSTOMER, about, TEST);
        }
    }

    private static Category[] with(List<Category> opening, Category... rest) {
        List<Category> parts = new ArrayList<>(opening);
        parts.addAll(List.of(rest));
        return parts.toArray(Category[]::new);
    }

    private static List<Meaning> literal(Meaning action) {
        return asserted(Terms.present((Things) action, Scope.RESPONSE));
    }

    /// "tells them they will win", "promises the client a win"
    private static void promising(Grammar g) {
        for (Category verb : List.of(V_TELL, V_SAY, V_PROMISE)) {
            for (List<Category> that : List.of(List.<Category>of(), List.of(THAT))) {
                List<Category> direct = new ArrayList<>(List.of(verb));
                direct.addAll(that);
                direct.addAll(List.of(CUSTOMER, WILL, ACTION));
                g.add(VP, -0.3, m -> promised(m.getLast()), direct.toArray(Category[]::new));
                direct.add(1, CUSTOMER);
                g.add(VP, -0.3, m -> promised(m.getLast()), direct.toArray(Category[]::new));
            }
        }
        // "says the money will arrive at once"
        for (List<Category> opening :
                List.of(
                        List.of(V_SAY),
                        List.of(V_SAY, THAT),
                        List.of(V_TELL, CUSTOMER),
                        List.of(V_TELL, CUSTOMER, THAT))) {
            int subject = opening.size();
            g.add(
                    VP,
                    0,
                    m -> foretold((Things) m.get(subject), (Things) m.getLast()),
                    with(opening, NP, WILL, ACTION));
        }
        // "guarantees that the repair is covered"
        for (List<Category> that : List.of(List.<Category>of(), List.of(THAT))) {
            for (Category what : List.of(NP, SUBJECT)) {
                for (List<Category> is : List.of(List.of(BE), List.of(WILL, BE), List.of(WILL))) {
                    List<Category> parts = new ArrayList<>(List.of(V_PROMISE));
                    parts.addAll(that);
                    parts.add(what);
                    parts.addAll(is);
                    parts.add(CLAIM);
                    g.add(VP, 0, m -> guaranteed(m.getLast()), parts.toArray(Category[]::new));
                }
            }
        }
        g.add(VP, -0.02, from(1, Things.class, ObjectRules::promisedThing), V_PROMISE, NP);
        g.add(
                VP,
                -0.02,
                from(2, Things.class, ObjectRules::promisedThing),
                V_PROMISE,
                CUSTOMER,
                NP);
        g.add(VP, 0.05, Contents.present(2), V_PROMISE, CUSTOMER, NP);
    }

    /// What they will do, said to them or of them.
    private static List<Meaning> promised(Meaning action) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single((Things) action)) {
            if (thing instanceof Thing.Words(_, Literal(var text))) {
                Regex regex =
                        new Regex(
                                "\\b(you|they) (will|would)( definitely| surely)? "
                                        + text.replaceAll("[^\\p{L}\\p{N} ]", ".")
                                        + "\\b");
                found.add(Test.neutral(Terms.call(Function.CONTAINS, Scope.RESPONSE, regex)));
            }
        }
        return found;
    }

    private static List<Meaning> foretold(Things subject, Things action) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single(subject)) {
            for (Thing done : single(action)) {
                if (Terms.asTyped(thing) instanceof Thing.Words(_, var who)
                        && done instanceof Thing.Words(Literal(var what), _)) {
                    Literal said = new Literal(who.text() + " * " + what);
                    found.add(Test.neutral(Terms.call(Function.CONTAINS, Scope.RESPONSE, said)));
                }
            }
        }
        return found;
    }

    private static List<Meaning> guaranteed(Meaning claim) {
        return single((Things) claim).stream()
                .flatMap(thing -> Terms.pattern(thing).stream())
                .filter(pattern -> !pattern.equals(GUARANTEE))
                .<Meaning>map(pattern -> PredicateRules.near(GUARANTEE, pattern, CLOSE))
                .toList();
    }

    /// A promise of something that has no word list of its own.
    private static List<Meaning> promisedThing(Things things) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single(things)) {
            boolean named = thing instanceof Thing.Words(Concept _, _);
            if (!named && (thing instanceof Thing.Words || thing instanceof Thing.Entity)) {
                Terms.pattern(thing)
                        .ifPresent(
                                p ->
                                        found.add(
                                                PredicateRules.near(
                                                        new Concept("promise"), p, CLOSE)));
            }
        }
        return found;
    }

    /// "limits liability to the contract"
    private static void relating(Grammar g) {
        for (Category to : List.of(TO, WITH)) {
            g.add(
                    VP,
                    0,
                    from(1, Things.class, 3, Things.class, ObjectRules::related),
                    V_RELATE,
                    NP,
                    to,
                    NP);
        }
    }

    private static List<Meaning> related(Things one, Things other) {
        List<Meaning> found = new ArrayList<>();
        for (Thing a : single(one)) {
            for (Thing b : single(other)) {
                Terms.pattern(Terms.stemmed(a))
                        .ifPresent(
                                p ->
                                        Terms.pattern(b)
                                                .ifPresent(
                                                        q ->
                                                                found.add(
                                                                        PredicateRules.near(
                                                                                p, q, FAR))));
            }
        }
        return found;
    }

    /// "offers to", "tries to": what is offered or tried is done
    private static void trying(Grammar g) {
        g.pass(VP, 0.05, 2, V_TRY, TO, VP);
        // "keeps repeating itself"
        g.pass(VP, 0.02, 1, V_KEEP, VP);
        // "says it takes more than two days"
        for (List<Category> that : List.of(List.<Category>of(), List.of(THAT))) {
            List<Category> parts = new ArrayList<>(List.of(V_SAY));
            parts.addAll(that);
            List<Category> later = new ArrayList<>(parts);
            later.addAll(List.of(SUBJECT, WILL, V_AMOUNT, TEST));
            g.pass(VP, 0.02, later.size() - 1, later.toArray(Category[]::new));
            parts.addAll(List.of(SUBJECT, V_AMOUNT, TEST));
            g.pass(VP, 0.02, parts.size() - 1, parts.toArray(Category[]::new));
            parts.set(parts.size() - 3, NP);
            g.add(
                    VP,
                    0.05,
                    from(
                            parts.size() - 3,
                            Things.class,
                            parts.size() - 1,
                            Test.class,
                            (t, test) ->
                                    asserted(
                                            Bool.and(
                                                    Terms.present(t, Scope.RESPONSE),
                                                    test.bool()))),
                    parts.toArray(Category[]::new));
        }
    }

    /// "repeats the contract word for word"
    private static void verbatim(Grammar g) {
        for (Category base : List.of(SOURCE, PROMPT)) {
            Scope scope = base == SOURCE ? Scope.SOURCE : Scope.PROMPT;
            for (Category verb : List.of(V_HAVE, V_REPEAT, V_COPY)) {
                g.add(VP, 0, m -> copied(scope), verb, base, VERBATIM);
            }
        }
    }

    /// "quotes the lease word for word": a text of another name is the source.
    private static void verbatimOther(Grammar g) {
        for (Category verb : List.of(V_HAVE, V_REPEAT, V_COPY)) {
            for (Category what : List.of(NP, PARTS)) {
                for (List<Category> article : List.of(List.<Category>of(), List.of(DET))) {
                    if (what == NP && !article.isEmpty()) {
                        continue;
                    }
                    List<Category> parts = new ArrayList<>(List.of(verb));
                    parts.addAll(article);
                    parts.addAll(List.of(what, VERBATIM));
                    g.add(
                            VP,
                            0.1,
                            m ->
                                    m.get(1) instanceof Things t && single(t).isEmpty()
                                            ? List.of()
                                            : copied(Scope.SOURCE),
                            parts.toArray(Category[]::new));
                }
            }
        }
    }

    private static List<Meaning> copied(Scope from) {
        Num longest = Terms.call(Function.LONGEST_COPY, Scope.RESPONSE, from);
        return asserted(Terms.compare(longest, Relation.AT_LEAST, CLOSE));
    }

    /// "puts the itinerary in a table", "gives the steps as a list"
    private static void shaping(Grammar g) {
        for (Category as : List.of(IN, AS)) {
            g.add(
                    VP,
                    0.1,
                    from(
                            1,
                            Things.class,
                            3,
                            Things.class,
                            (t, form) ->
                                    isForm(form)
                                            ? asserted(
                                                    Bool.and(
                                                            Terms.present(form, Scope.RESPONSE),
                                                            Terms.present(t, Scope.RESPONSE)))
                                            : List.of()),
                    V_HAVE,
                    NP,
                    as,
                    NP);
        }
    }

    private static boolean isForm(Things form) {
        return single(form).stream()
                .anyMatch(
                        thing -> thing instanceof Thing.Counted || thing instanceof Thing.Holding);
    }

    /// "leaves the deadline out"
    private static void leavingOut(Grammar g) {
        g.add(VP, 0, Contents.absent(1), V_LEAVE, NP, OUT);
    }
}
