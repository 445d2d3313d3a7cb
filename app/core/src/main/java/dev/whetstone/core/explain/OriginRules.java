package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Quality;
import dev.whetstone.core.explain.Meaning.Quantity;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where something comes from: made up, copied from the prompt or the source, or there at nobody's
/// request.
final class OriginRules {
    private OriginRules() {}

    static void addTo(Grammar g) {
        invented(g);
        for (Category base : List.of(PROMPT, SOURCE)) {
            Scope scope = base == PROMPT ? Scope.PROMPT : Scope.SOURCE;
            missingFrom(g, base, scope);
            copied(g, base, scope);
        }
        beyondPrompt(g);
        unasked(g);
        relative(g);
    }

    private static List<Meaning> novel(Things things, Scope base) {
        return NoveltyRules.novel(things, base, Relation.AT_LEAST, 1);
    }

    /// "a made-up phone number", "the date isn't real"
    private static void invented(Grammar g) {
        g.add(TEST, 0, from(1, Things.class, t -> novel(t, Scope.PROMPT)), INVENTED, NP);
        g.add(TEST, 0, from(2, Things.class, t -> novel(t, Scope.PROMPT)), DET, INVENTED, NP);
        g.add(TEST, 0, from(0, Things.class, t -> novel(t, Scope.PROMPT)), NP, INVENTED);
        g.add(TEST, 0, from(0, Things.class, t -> novel(t, Scope.PROMPT)), NP, BE, INVENTED);
        g.add(TEST, 0, from(0, Things.class, t -> novel(t, Scope.PROMPT)), NP, THAT, BE, INVENTED);
    }

    /// "a dose that the leaflet doesn't have", "a date not mentioned in the prompt"
    private static void missingFrom(Grammar g, Category base, Scope scope) {
        Production.Combine lacking = from(0, Things.class, t -> novel(t, scope));
        for (Category verb : List.of(V_HAVE, HAVE, V_MENTION, V_STATE)) {
            g.add(TEST, 0, lacking, NP, THAT, base, DO, NOT, verb);
            g.add(TEST, 0.02, lacking, NP, base, DO, NOT, verb);
        }
        // "the leaflet doesn't have that dose"
        if (base == SOURCE) {
            for (Category verb : List.of(V_HAVE, HAVE, V_MENTION)) {
                g.add(
                        TEST,
                        0,
                        from(4, Things.class, t -> novel(t, scope)),
                        base,
                        DO,
                        NOT,
                        verb,
                        NP);
            }
        }
        g.add(TEST, 0, lacking, NP, DIFFER, base);
        for (Category no : List.of(DO, WILL)) {
            g.add(TEST, 0, lacking, NP, no, NOT, V_APPEAR, base);
            g.add(TEST, 0, lacking, NP, THAT, no, NOT, V_APPEAR, base);
        }
        for (Category verb : List.of(V_MENTION, V_STATE)) {
            g.add(TEST, 0, lacking, NP, NOT, verb, IN, base);
            g.add(TEST, 0, lacking, NP, BE, NOT, verb, IN, base);
            g.add(TEST, 0, lacking, NP, THAT, BE, NOT, verb, IN, base);
        }
    }

    /// "copies 20 words from the memo", "repeats the question"
    private static void copied(Grammar g, Category base, Scope scope) {
        Num longest = Terms.call(Function.LONGEST_COPY, Scope.RESPONSE, scope);
        g.add(
                VP,
                0,
                from(
                        1,
                        Quantity.class,
                        2,
                        Feature.class,
                        (q, unit) ->
                                isWords(unit)
                                        ? asserted(Terms.compare(longest, q.relation(), q.value()))
                                        : List.of()),
                V_COPY,
                QUANTITY,
                UNIT,
                FROM,
                base);
        Num share = Terms.call(Function.COPIED_SHARE, Scope.RESPONSE, scope);
        Bool much = new Bool.Compare(share, Relation.AT_LEAST, Terms.THRESHOLD);
        for (Category verb : List.of(V_COPY, V_REPEAT)) {
            g.add(VP, 0, m -> asserted(much), verb, base);
        }
        g.add(VP, 0, m -> asserted(much), V_COPY, FROM, base);
    }

    private static boolean isWords(Feature unit) {
        return unit.num() instanceof Call(var function, _) && function == Function.WORDS;
    }

    /// "longer than the question"
    private static void beyondPrompt(Grammar g) {
        g.add(
                DESCRIPTION,
                0,
                from(0, Quality.class, OriginRules::beyond),
                COMPARATIVE,
                THAN,
                PROMPT);
        g.add(DESCRIPTION, 0, from(1, Quality.class, OriginRules::beyond), MORE, ADJ, THAN, PROMPT);
    }

    private static List<Meaning> beyond(Quality quality) {
        return asserted(
                new Bool.Compare(
                        quality.measure(),
                        quality.high() ? Relation.GREATER : Relation.LESS,
                        Terms.in(quality.measure(), Scope.PROMPT)));
    }

    /// "offers a refund without being asked", "although nobody asked for one"
    private static void unasked(Grammar g) {
        g.add(VP, 0, from(1, Things.class, OriginRules::unasked), V_HAVE, NP, UNASKED);
        g.add(VP, 0, from(2, Things.class, OriginRules::unasked), V_HAVE, UNASKED, NP);
        g.add(
                ABOUT_PROMPT,
                0,
                from(2, Things.class, t -> PromptRules.gate(Bool.not(PromptRules.requested(t)))),
                NOBODY,
                V_WANT,
                NP);
    }

    /// "a refund they never asked for", "a statute we did not give it"
    private static void relative(Grammar g) {
        Production.Combine unwanted = from(0, Things.class, OriginRules::unasked);
        Production.Combine unknown = from(0, Things.class, t -> novel(t, Scope.PROMPT));
        for (List<Category> that : List.of(List.<Category>of(), List.of(THAT))) {
            for (Category verb : List.of(V_HAVE, V_MENTION, V_STATE, V_GET)) {
                g.add(TEST, 0.02, unknown, relative(that, NOBODY, List.of(), verb));
                Category[] toIt = relative(that, NOBODY, List.of(), verb);
                for (Category whom : List.of(SUBJECT, WE, CUSTOMER)) {
                    Category[] parts = Arrays.copyOf(toIt, toIt.length + 1);
                    parts[toIt.length] = whom;
                    g.add(TEST, 0.02, unknown, parts);
                }
            }
            for (List<Category> not : List.of(List.of(NOT), List.of(DO, NOT))) {
                g.add(TEST, 0, unwanted, relative(that, CUSTOMER, not, V_WANT));
                g.add(TEST, 0, unwanted, relative(that, NOBODY, List.of(), V_WANT));
                for (Category who : List.of(WE, CUSTOMER)) {
                    for (Category verb : List.of(V_HAVE, V_MENTION, V_STATE, V_SEND, V_GET)) {
                        g.add(TEST, 0.02, unknown, relative(that, who, not, verb));
                    }
                }
            }
        }
        // "they get a refund": what the reply gives
        g.pass(VP, 0.1, 2, CUSTOMER, V_GET, TEST);
        g.pass(VP, 0.2, 1, V_GET, TEST);
    }

    private static Category[] relative(
            List<Category> that, Category who, List<Category> not, Category verb) {
        List<Category> parts = new ArrayList<>(List.of(NP));
        parts.addAll(that);
        parts.add(who);
        parts.addAll(not);
        parts.add(verb);
        return parts.toArray(Category[]::new);
    }

    private static List<Meaning> unasked(Things things) {
        return asserted(
                Bool.and(
                        Terms.present(things, Scope.RESPONSE),
                        Bool.not(PromptRules.requested(things))));
    }
}
