package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Order;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;

/// Verb phrases: what a reply does or leaves out.
final class PredicateRules {
    private PredicateRules() {}

    static void addTo(Grammar g) {
        having(g);
        lacking(g);
        asking(g);
        telling(g);
        inventing(g);
        LanguageRules.addTo(g);
    }

    private static void having(Grammar g) {
        g.add(VP, 0, from(1, Things.class, PredicateRules::present), V_HAVE, NP);
        g.add(VP, 0.05, from(1, Things.class, PredicateRules::present), HAVE, NP);
        g.add(VP, 0, from(1, Things.class, PredicateRules::present), V_REPEAT, NP);
        g.add(VP, 0.2, from(1, Things.class, PredicateRules::repeated), V_REPEAT, NP);
        // "mixes 'shall' with 'must'"
        for (Category with : List.of(WITH, AND, FOR)) {
            g.add(
                    VP,
                    0,
                    from(
                            1,
                            Things.class,
                            3,
                            Things.class,
                            (a, b) ->
                                    asserted(
                                            Bool.and(
                                                    Terms.present(a, Scope.RESPONSE),
                                                    Terms.present(b, Scope.RESPONSE)))),
                    V_MIX,
                    NP,
                    with,
                    NP);
        }
        // "uses 'shall' and 'must' for the same thing"
        g.add(
                VP,
                0,
                from(1, Things.class, t -> t.things().size() > 1 ? present(t) : List.of()),
                V_HAVE,
                NP,
                ALIKE);
        // "uses "he" for the candidate"
        g.pass(VP, 0.1, 0, VP, FOR, CUSTOMER);
        // "says sorry to the customer"
        g.pass(VP, 0.02, 0, VP, TO, CUSTOMER);
        g.add(
                VP,
                0,
                from(1, Things.class, t -> asserted(Terms.mentioned(t, Scope.RESPONSE))),
                V_MENTION,
                NP);
        for (Category verb : List.of(V_HAVE, V_REPEAT, V_MENTION, HAVE, V_ASK, BE)) {
            g.pass(VP, 0, 1, verb, TEST);
            g.pass(VP, 0.05, 2, verb, ONLY, TEST);
        }
        g.add(VP, 0, m -> atMost((Amount) m.get(2), (Things) m.get(3)), ONLY, HAVE, NUMBER, NP);
        g.add(VP, 0, m -> atMost((Amount) m.get(2), (Things) m.get(3)), ONLY, V_HAVE, NUMBER, NP);
        g.pass(VP, 0, 0, PRED);
        g.add(VP, 0, from(1, Things.class, t -> starts(Function.STARTS_WITH, t)), V_START, NP);
        g.add(VP, 0, from(1, Things.class, t -> starts(Function.ENDS_WITH, t)), V_END, NP);
        g.add(VP, 0.1, from(1, Things.class, PredicateRules::present), V_LINKTO, NP);
        g.add(VP, 0, from(1, Things.class, PredicateRules::linksTo), V_LINKTO, NP);
        // "says the transfer is instant": two words near each other
        g.add(
                VP,
                0.1,
                from(1, Things.class, 3, Things.class, PredicateRules::claimed),
                V_SAY,
                NP,
                BE,
                NP);
        g.add(
                VP,
                0.1,
                from(1, Things.class, 4, Things.class, PredicateRules::claimed),
                V_SAY,
                NP,
                BE,
                IN,
                NP);
        // "says the claim is definitely covered": the claim words near each other
        g.add(VP, 0, PredicateRules::claims, V_SAY, NP, BE, CLAIM, CLAIM);
        g.add(VP, 0, PredicateRules::claims, V_SAY, NP, WILL, CLAIM, BE, CLAIM);
        g.add(VP, 0, PredicateRules::claims, V_SAY, SUBJECT, BE, CLAIM, CLAIM);
        g.add(VP, 0, PredicateRules::claims, V_SAY, NP, BE, CLAIM, TO, BE, CLAIM);
        for (List<Category> that : List.of(List.<Category>of(), List.of(THAT))) {
            for (Category what : List.of(NP, SUBJECT)) {
                List<Category> parts = new ArrayList<>(List.of(V_TELL, CUSTOMER));
                parts.addAll(that);
                parts.addAll(List.of(what, BE, CLAIM, CLAIM));
                g.add(
                        VP,
                        0,
                        m -> claims(m.subList(m.size() - 4, m.size())),
                        parts.toArray(Category[]::new));
            }
        }
        for (Category verb : List.of(V_HAVE, V_MENTION)) {
            g.add(
                    VP,
                    0,
                    from(1, Things.class, 2, Name.class, PredicateRules::placed),
                    verb,
                    NP,
                    PLACE);
        }
    }

    private static List<Meaning> atMost(Amount amount, Things things) {
        return single(things).stream()
                .flatMap(thing -> Terms.count(thing, Scope.RESPONSE).stream())
                .<Meaning>map(
                        num -> Test.neutral(Terms.compare(num, Relation.AT_MOST, amount.value())))
                .toList();
    }

    private static List<Meaning> present(Things things) {
        return asserted(Terms.present(things, Scope.RESPONSE));
    }

    /// Who repeats a thing says what the prompt has said: the second reading, offered beside the
    /// first.
    private static List<Meaning> repeated(Things things) {
        return asserted(
                Bool.and(
                        Bool.and(
                                things.things().stream().map(Terms::inPrompt).toArray(Bool[]::new)),
                        Terms.present(things, Scope.RESPONSE)));
    }

    private static List<Meaning> starts(Function function, Things things) {
        return single(things).stream()
                .flatMap(thing -> Terms.pattern(thing).stream())
                .<Meaning>map(p -> Test.neutral(Terms.call(function, Scope.RESPONSE, p)))
                .toList();
    }

    private static List<Meaning> linksTo(Things things) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single(things)) {
            if (thing instanceof Thing.Words(Pattern.Concept c, _)) {
                Num links = Terms.call(Function.LINKS_TO, Scope.RESPONSE, c);
                found.add(Test.neutral(Terms.compare(links, Relation.AT_LEAST, 1)));
            }
        }
        return found;
    }

    private static List<Meaning> claims(List<Meaning> parts) {
        List<Pattern> patterns = new ArrayList<>();
        for (Meaning part : parts.subList(2, parts.size())) {
            if (part instanceof Things things
                    && things.things().getFirst() instanceof Thing.Words(var pattern, _)) {
                patterns.add(pattern);
            }
        }
        return patterns.size() == 2
                ? List.of(near(patterns.get(0), patterns.get(1), 8))
                : List.of();
    }

    private static List<Meaning> claimed(Things subject, Things said) {
        List<Meaning> found = new ArrayList<>();
        for (Thing first : single(subject)) {
            for (Thing second : single(said)) {
                if (first instanceof Thing.Words a && second instanceof Thing.Words b) {
                    found.add(near(a.pattern(), inflected(b.pattern()), 6));
                }
            }
        }
        return found;
    }

    private static Pattern inflected(Pattern pattern) {
        return pattern instanceof Pattern.Literal(var text) && Character.isLetter(text.charAt(0))
                ? new Pattern.Literal(text + "~")
                : pattern;
    }

    static Test near(Pattern first, Pattern second, int words) {
        return Test.neutral(
                Terms.call(Function.NEAR, Scope.RESPONSE, first, second, new Num.Constant(words)));
    }

    private static List<Meaning> placed(Things things, Name place) {
        Function part =
                place.name().equals("last_sentence")
                        ? Function.LAST_SENTENCE
                        : Function.FIRST_SENTENCE;
        return asserted(Terms.present(things, Terms.call(part, Scope.RESPONSE)));
    }

    private static void lacking(Grammar g) {
        g.add(
                VP,
                0,
                // what lacks both has neither
                from(
                        1,
                        Things.class,
                        t ->
                                t.join() == Things.Join.BOTH
                                        ? List.of()
                                        : asserted(Terms.absent(t, Scope.RESPONSE))),
                V_LACK,
                NP);
        g.add(VP, 0.05, from(1, Test.class, NegationRules::negate), V_LACK, TEST);
        g.add(VP, 0, from(1, Test.class, NegationRules::negate), V_FAIL, VP);
        g.add(VP, 0, from(1, Order.class, OrderRules::negateOrder), V_FAIL, VP);
        g.add(VP, 0, Contents.wished(1), V_NEED, NP);
        g.add(VP, 0, from(1, Test.class, t -> List.of(new Wish(t.bool()))), V_NEED, TEST);
        // "ends without next steps", "leaves the customer without an answer"
        g.pass(VP, 0.1, 1, V_END, TEST);
        g.pass(VP, 0.1, 1, V_CLOSE, TEST);
        g.pass(VP, 0, 2, V_LEAVE, CUSTOMER, TEST);
        // "should be a table"
        g.add(VP, 0, Contents.wished(2), OUGHT, BE, NP);
    }

    private static void asking(Grammar g) {
        g.add(VP, 0, from(1, Things.class, PredicateRules::asks), V_ASK, NP);
        g.add(VP, 0, from(1, Things.class, PredicateRules::present), V_ASKABOUT, NP);
    }

    static List<Meaning> asks(Things things) {
        List<Bool> asked = new ArrayList<>();
        for (Thing thing : things.things()) {
            // nobody asks the reader for bullets
            Terms.pattern(thing)
                    .filter(pattern -> !(pattern instanceof Pattern.Structure))
                    .ifPresent(
                            pattern ->
                                    asked.add(
                                            Terms.call(
                                                    Function.ASKS_USER_FOR,
                                                    Scope.RESPONSE,
                                                    pattern)));
        }
        Bool[] all = asked.toArray(Bool[]::new);
        return asked.size() < things.things().size()
                ? List.of()
                : asserted(things.join() == Things.Join.OR ? Bool.or(all) : Bool.and(all));
    }

    private static void telling(Grammar g) {
        g.add(VP, 0.05, from(3, Test.class, PredicateRules::done), V_TELL, CUSTOMER, TO, VP);
        g.add(VP, 0.1, from(2, Test.class, PredicateRules::done), V_TELL, CUSTOMER, VP);
        g.pass(VP, 0.05, 4, V_TELL, CUSTOMER, TO, V_WAIT, TEST);
        g.pass(VP, 0.05, 1, V_WAIT, TEST);
        // "they have to wait more than a month"
        for (List<Category> must :
                List.of(List.<Category>of(), List.of(OUGHT), List.of(WILL), List.of(WILL, OUGHT))) {
            List<Category> parts = new ArrayList<>(List.of(CUSTOMER));
            parts.addAll(must);
            parts.addAll(List.of(V_WAIT, TEST));
            g.add(
                    CLAUSE,
                    0.02,
                    from(parts.size() - 1, Test.class, t -> ClauseRules.said(Meaning.Role.IT, t)),
                    parts.toArray(Category[]::new));
        }
        g.pass(VP, 0, 3, V_SAY, TO, V_WAIT, TEST);
        // who tells people to send a thing asks for it
        g.add(VP, 0, from(4, Things.class, PredicateRules::asks), V_TELL, CUSTOMER, TO, V_SEND, NP);
        g.add(VP, 0.05, from(3, Things.class, PredicateRules::present), V_TELL, CUSTOMER, TO, NP);
        g.add(VP, 0.1, from(2, Things.class, PredicateRules::present), V_TELL, CUSTOMER, NP);
        g.pass(VP, 0.1, 2, V_TELL, CUSTOMER, TEST);
        g.pass(VP, 0.1, 2, V_HAVE, CUSTOMER, TEST);
        g.add(VP, 0.1, from(2, Things.class, PredicateRules::present), V_HAVE, CUSTOMER, NP);
    }

    /// Who tells somebody to skip a thing names it; that the thing is absent is not meant.
    private static List<Meaning> done(Test test) {
        return test.bool() instanceof Bool.Not ? List.of() : List.of(test);
    }

    private static void inventing(Grammar g) {
        g.add(
                VP,
                0,
                from(
                        1,
                        Things.class,
                        t -> NoveltyRules.novel(t, Scope.PROMPT, Relation.AT_LEAST, 1)),
                V_INVENT,
                NP);
        // "invents two more facts than A"
        g.add(VP, 0, PredicateRules::inventsMore, V_INVENT, NUMBER, MORE, NP, THAN, ROLE);
        g.add(VP, 0.1, PredicateRules::inventsMore, V_INVENT, NUMBER, MORE, NP);
        // "makes up fewer figures than A"
        for (Category degree : List.of(MORE, LESS)) {
            g.add(
                    VP,
                    0,
                    from(2, Things.class, t -> inventsRather(t, degree)),
                    V_INVENT,
                    degree,
                    NP);
            g.add(
                    VP,
                    0,
                    from(2, Things.class, t -> inventsRather(t, degree)),
                    V_INVENT,
                    degree,
                    NP,
                    THAN,
                    ROLE);
        }
        Production.Combine behind =
                m -> inventsMore(List.of(m.get(0), m.get(1), m.get(3), m.get(2)));
        g.add(VP, 0, behind, V_INVENT, NUMBER, NP, MORE, THAN, ROLE);
        g.add(VP, 0.1, behind, V_INVENT, NUMBER, NP, MORE);
    }

    private static List<Meaning> inventsRather(Things things, Category degree) {
        return single(things).stream()
                .filter(Thing.Entity.class::isInstance)
                .flatMap(thing -> Terms.pattern(thing).stream())
                .map(kind -> Terms.novel(kind, Scope.RESPONSE, Scope.PROMPT))
                .<Meaning>map(
                        novel -> new Degree(novel, degree == MORE, Double.NaN, degree == MORE))
                .toList();
    }

    private static List<Meaning> inventsMore(List<Meaning> parts) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single((Things) parts.get(3))) {
            if (thing instanceof Thing.Entity(var type)) {
                double margin = ((Amount) parts.get(1)).value();
                Num novel = Terms.novel(new Pattern.Entity(type), Scope.RESPONSE, Scope.PROMPT);
                found.add(new Degree(novel, true, margin, true));
            }
        }
        return found;
    }
}
