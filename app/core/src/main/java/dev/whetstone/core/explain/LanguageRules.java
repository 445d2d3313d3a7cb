package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.Language;
import java.util.ArrayList;
import java.util.List;

/// The language that a reply is in, or leaves.
final class LanguageRules {
    private LanguageRules() {}

    static void addTo(Grammar g) {
        Production.Combine named = from(1, Name.class, n -> asserted(is(n)));
        g.add(VP, 0, named, V_ANSWER, LANGUAGE);
        // "we replied in English", "got an answer in English"
        g.add(CLAUSE, 0, m -> saidIn((Name) m.get(2)), WE, V_ANSWER, LANGUAGE);
        for (List<Category> answer :
                List.of(List.of(ONE), List.of(DET, ONE), List.<Category>of())) {
            List<Category> parts = new ArrayList<>(List.of(V_GET));
            parts.addAll(answer);
            parts.addAll(List.of(IN, LANGUAGE));
            g.add(VP, 0, m -> asserted(is((Name) m.getLast())), parts.toArray(Category[]::new));
        }
        g.pass(CUSTOMERLANG, 0, 2, CUSTOMER, POSSESSIVE, LANGWORD);
        // to switch is to leave the language of the prompt, whichever it is
        g.add(
                VP,
                0,
                m ->
                        List.of(
                                new Test(
                                        new Bool.CompareLang(
                                                Terms.call(Function.LANGUAGE, Scope.RESPONSE),
                                                Relation.NOT_EQUAL,
                                                Terms.call(Function.LANGUAGE, Scope.PROMPT)),
                                        Leaning.BLEMISH)),
                V_SWITCH,
                LANGUAGE);
        g.add(
                VP,
                0,
                m ->
                        asserted(
                                new Bool.CompareLang(
                                        Terms.call(Function.LANGUAGE, Scope.RESPONSE),
                                        Relation.EQUAL,
                                        Terms.call(Function.LANGUAGE, Scope.PROMPT))),
                V_ANSWER,
                CUSTOMERLANG);
    }

    private static Bool is(Name language) {
        return new Bool.CompareLang(
                Terms.call(Function.LANGUAGE, Scope.RESPONSE),
                Relation.EQUAL,
                new Lang.Code(Language.of(language.name()).orElseThrow()));
    }

    private static List<Meaning> saidIn(Name language) {
        return ClauseRules.said(Role.IT, Test.neutral(is(language)));
    }
}
