package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.Language;
import java.util.ArrayList;
import java.util.List;

/// When a reason holds: conditions on the reply itself, the kind of text that was wanted, and the
/// language on either side.
final class ConditionRules {
    private ConditionRules() {}

    static void addTo(Grammar g) {
        ofReply(g);
        ofGenre(g);
        ofLanguage(g);
    }

    /// "if it gives a dose", "when it talks about shares"
    private static void ofReply(Grammar g) {
        g.add(GATE, 0.1, from(2, Test.class, t -> PromptRules.gate(t.bool())), IF, SUBJECT, VP);
        g.add(GATE, 0.4, from(1, Test.class, t -> PromptRules.gate(t.bool())), IF, VP);
        g.add(
                GATE,
                0.1,
                from(2, Test.class, t -> PromptRules.gate(Terms.negated(t.bool()))),
                UNLESS,
                SUBJECT,
                VP);
    }

    /// "emojis in a formal letter"
    private static void ofGenre(Grammar g) {
        for (Category preposition : List.of(IN, FOR)) {
            for (List<Category> article : List.of(List.<Category>of(), List.of(DET))) {
                List<Category> parts = new ArrayList<>(List.of(preposition));
                parts.addAll(article);
                parts.add(GENRE);
                g.add(
                        GATE,
                        0.05,
                        m ->
                                PromptRules.gate(
                                                Terms.inPrompt(
                                                        ((Things) m.getLast()).things().getFirst()))
                                        .stream()
                                        .<Meaning>map(x -> x)
                                        .toList(),
                        parts.toArray(Category[]::new));
            }
        }
    }

    /// "gets an English answer", "a German reply to a Spanish question"
    private static void ofLanguage(Grammar g) {
        for (List<Category> article : List.of(List.<Category>of(), List.of(DET))) {
            List<Category> reply = new ArrayList<>(List.of(V_GET));
            reply.addAll(article);
            reply.addAll(List.of(LANGUAGE, ONE));
            int at = reply.size() - 2;
            Production.Combine in = m -> asserted(is(Scope.RESPONSE, (Name) m.get(at)));
            g.add(VP, 0, in, reply.toArray(Category[]::new));
            if (article.isEmpty()) {
                g.add(VP, 0.1, m -> asserted(is(Scope.RESPONSE, (Name) m.get(1))), V_GET, LANGUAGE);
            }
            List<Category> told = new ArrayList<>(List.of(CUSTOMER));
            told.addAll(reply);
            g.add(
                    CLAUSE,
                    0,
                    m ->
                            ClauseRules.said(
                                    Role.IT,
                                    Test.neutral(is(Scope.RESPONSE, (Name) m.get(at + 1)))),
                    told.toArray(Category[]::new));
        }
        for (Category question : List.of(PROMPT, ONE)) {
            g.add(
                    TEST,
                    0,
                    m -> asserted(between((Name) m.get(0), (Name) m.get(4))),
                    LANGUAGE,
                    ONE,
                    TO,
                    DET,
                    LANGUAGE,
                    question);
        }
    }

    private static Bool between(Name reply, Name prompt) {
        return Bool.and(is(Scope.PROMPT, prompt), is(Scope.RESPONSE, reply));
    }

    private static Bool is(Scope text, Name language) {
        return new Bool.CompareLang(
                Terms.call(Function.LANGUAGE, text),
                Relation.EQUAL,
                new Lang.Code(Language.of(language.name()).orElseThrow()));
    }
}
