package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Gate;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Said;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.Language;
import dev.whetstone.core.text.RequestType;
import java.util.ArrayList;
import java.util.List;

/// What is said of the prompt: what the customer asks for, writes about, or is.
final class PromptRules {
    private PromptRules() {}

    static void addTo(Grammar g) {
        requests(g);
        topics(g);
        gates(g);
        moods(g);
    }

    private static void requests(Grammar g) {
        Production.Combine thing = from(2, Things.class, t -> gate(requested(t)));
        Production.Combine kind = from(2, Test.class, t -> gate(t.bool()));
        for (Category who : List.of(CUSTOMER, PROMPT)) {
            g.add(ABOUT_PROMPT, 0, from(2, Things.class, t -> gate(requested(t))), who, V_WANT, NP);
            g.add(ABOUT_PROMPT, 0, kind, who, V_WANT, ASKS);
            g.add(ABOUT_PROMPT, 0.1, thing, who, V_ASKABOUT, NP);
            g.add(
                    ABOUT_PROMPT,
                    0,
                    from(4, Things.class, t -> gate(Bool.not(requested(t)))),
                    who,
                    DO,
                    NOT,
                    V_WANT,
                    NP);
            g.add(
                    ABOUT_PROMPT,
                    0,
                    from(4, Test.class, t -> gate(Bool.not(t.bool()))),
                    who,
                    DO,
                    NOT,
                    V_WANT,
                    ASKS);
            g.add(
                    ABOUT_PROMPT,
                    0,
                    from(2, Name.class, PromptRules::writtenIn),
                    who,
                    V_WRITE,
                    LANGUAGE);
        }
        // "the customer wanted bullet points": said of two replies, it means what one of them lacks
        for (Category who : List.of(CUSTOMER, WE, PROMPT)) {
            g.add(CLAUSE, 0.3, from(2, Things.class, PromptRules::unmet), who, V_WANT, NP);
        }
        // "when a list was asked for"
        g.add(ABOUT_PROMPT, 0, from(0, Things.class, t -> gate(requested(t))), NP, BE, V_WANT);
        g.add(ABOUT_PROMPT, 0, from(0, Test.class, t -> gate(t.bool())), ASKS, BE, V_WANT);
        // "though they'd asked for one", "wrote in Spanish"
        g.add(
                ABOUT_PROMPT,
                0,
                from(3, Things.class, t -> gate(requested(t))),
                CUSTOMER,
                WILL,
                V_WANT,
                NP);
        g.add(ABOUT_PROMPT, 0.3, from(1, Name.class, PromptRules::writtenIn), V_WRITE, LANGUAGE);
        g.add(ABOUT_PROMPT, 0, from(3, Things.class, PromptRules::inPrompt), PROMPT, BE, ABOUT, NP);
        // "if asked for a list"
        g.add(ABOUT_PROMPT, 0.2, from(1, Things.class, t -> gate(requested(t))), V_WANT, NP);
        g.add(ABOUT_PROMPT, 0.2, from(1, Test.class, t -> gate(t.bool())), V_WANT, ASKS);
    }

    /// A structure that prompts can ask for, or else words that occur in the prompt.
    static Bool requested(Things things) {
        List<Bool> bools =
                things.things().stream()
                        .map(
                                thing ->
                                        request(thing)
                                                .map(ClauseRules::asksFor)
                                                .orElseGet(() -> Terms.inPrompt(thing)))
                        .toList();
        Bool[] all = bools.toArray(Bool[]::new);
        return things.join() == Things.Join.OR ? Bool.or(all) : Bool.and(all);
    }

    private static List<Said> unmet(Things things) {
        return things.things().stream().allMatch(thing -> request(thing).isPresent())
                ? List.of(
                        new Said(
                                Role.IT,
                                new Wish(
                                        Bool.and(
                                                requested(things),
                                                Terms.present(things, Scope.RESPONSE)))))
                : List.of();
    }

    private static java.util.Optional<RequestType> request(Thing thing) {
        return switch (thing) {
            case Thing.Counted(_, var asked) -> RequestType.of(asked);
            case Thing.Holding(_, var asked) -> RequestType.of(asked);
            case Thing.Words _, Thing.Entity _ -> java.util.Optional.empty();
        };
    }

    private static List<Gate> writtenIn(Name language) {
        return gate(
                new Bool.CompareLang(
                        Terms.call(Function.LANGUAGE, Scope.PROMPT),
                        Relation.EQUAL,
                        new Lang.Code(Language.of(language.name()).orElseThrow())));
    }

    static List<Gate> gate(Bool bool) {
        return List.of(new Gate(bool));
    }

    private static List<Gate> inPrompt(Things things) {
        Bool[] all = things.things().stream().map(Terms::inPrompt).toArray(Bool[]::new);
        return gate(things.join() == Things.Join.OR ? Bool.or(all) : Bool.and(all));
    }

    private static void topics(Grammar g) {
        for (Category who : List.of(CUSTOMER, PROMPT)) {
            for (Category verb : List.of(V_MENTION, V_HAVE, V_ASKABOUT, HAVE, BE)) {
                g.add(
                        ABOUT_PROMPT,
                        0.1,
                        from(2, Things.class, PromptRules::inPrompt),
                        who,
                        verb,
                        NP);
            }
        }
        g.add(ABOUT_PROMPT, 0, from(2, Things.class, PromptRules::inPrompt), THERE, BE, NP);
        // "if the flight was cancelled"
        g.add(ABOUT_PROMPT, 0.3, m -> both((Things) m.get(0), (Things) m.get(2)), NP, BE, NP);
        g.add(ABOUT_PROMPT, 0, from(2, Test.class, PromptRules::moodOf), CUSTOMER, BE, DESCRIPTION);
        g.add(ABOUT_PROMPT, 0, from(2, Test.class, PromptRules::moodOf), PROMPT, BE, DESCRIPTION);
        g.add(ABOUT_PROMPT, 0, from(0, Test.class, t -> gate(t.bool())), PROMPT_PRED);
        g.add(ABOUT_PROMPT, 0, from(1, Test.class, t -> gate(t.bool())), CUSTOMER, PROMPT_PRED);
        g.add(ABOUT_PROMPT, 0, from(2, Test.class, t -> gate(t.bool())), CUSTOMER, BE, PROMPT_PRED);
        g.add(ABOUT_PROMPT, 0, from(1, Test.class, t -> gate(t.bool())), PROMPT, PROMPT_PRED);
        g.add(ABOUT_PROMPT, 0, from(2, Test.class, t -> gate(t.bool())), PROMPT, BE, PROMPT_PRED);
    }

    /// "despite the angry customer", "to an upset patient"
    private static void moods(Grammar g) {
        Production.Combine mood =
                m ->
                        m.get(m.size() - 2) instanceof Test test
                                ? List.of(new Gate(test.bool()))
                                : List.of();
        for (Category before : List.of(THOUGH, FOR, TO, WITH, ABOUT)) {
            g.add(GATE, 0.05, mood, before, PROMPT_PRED, CUSTOMER);
            g.add(GATE, 0.05, mood, before, DET, PROMPT_PRED, CUSTOMER);
            g.add(GATE, 0.05, mood, before, PROMPT_PRED, PROMPT);
            g.add(GATE, 0.05, mood, before, DET, PROMPT_PRED, PROMPT);
        }
    }

    private static List<Meaning> both(Things subject, Things said) {
        List<Meaning> found = new ArrayList<>();
        for (Thing a : Grammar.single(subject)) {
            for (Thing b : Grammar.single(said)) {
                found.add(new Gate(Bool.and(Terms.inPrompt(a), Terms.inPrompt(b))));
            }
        }
        return found;
    }

    private static List<Gate> moodOf(Test test) {
        return gate(Terms.in(test.bool(), Scope.PROMPT));
    }

    private static void gates(Grammar g) {
        for (Category conjunction : List.of(IF, THOUGH, BECAUSE)) {
            double cost = conjunction == IF ? 0 : 0.05;
            g.pass(GATE, cost, 1, conjunction, ABOUT_PROMPT);
        }
        g.add(
                GATE,
                0,
                from(1, Gate.class, t -> gate(Terms.negated(t.bool()))),
                UNLESS,
                ABOUT_PROMPT);
        // "250 words for a yes or no question"
        g.add(GATE, 0.05, from(1, Test.class, t -> gate(t.bool())), FOR, ASKS);
        // "right for a letter", "for prompts about fees"
        g.add(GATE, 0, from(1, Things.class, PromptRules::inPrompt), RIGHT_FOR, NP);
    }
}
