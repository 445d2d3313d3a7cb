package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Things;
import java.util.List;

/// Questions inside a sentence: "what the waiting period is", "which law applies", "when to call".
/// What they ask for is the thing that is spoken of.
final class EmbeddedRules {
    private EmbeddedRules() {}

    static void addTo(Grammar g) {
        g.pass(NP, 0.05, 1, WH, NP);
        g.pass(NP, 0.02, 1, WH, NP, BE);
        g.pass(NP, 0.02, 2, WH, BE, NP);
        g.pass(NP, 0.02, 1, WH, NP, V_APPLY);
        g.pass(NP, 0.02, 1, WH, NP, WILL, V_APPLY);
        g.pass(NP, 0.02, 2, WH, TO, NP);
        g.pass(NP, 0.02, 3, WH, THERE, BE, NP);
        // "which version they run"
        for (Category verb : List.of(V_HAVE, V_ACT, V_DO, V_GET)) {
            g.pass(NP, 0.02, 1, WH, NP, CUSTOMER, verb);
        }
        // "the fee it names"
        for (Category verb : List.of(V_HAVE, V_MENTION, V_STATE)) {
            g.pass(NP, 0.02, 0, NP, SUBJECT, verb);
            g.pass(NP, 0.02, 0, NP, THAT, SUBJECT, verb);
        }
        // "the table they asked for"
        g.pass(NP, 0.05, 0, NP, CUSTOMER, V_WANT);
        g.pass(NP, 0.05, 0, NP, THAT, CUSTOMER, V_WANT);
        // "no hint that they should see a doctor"
        g.pass(NP, 0.05, 3, THAT, CUSTOMER, OUGHT, NP);
        g.pass(NP, 0.05, 4, THAT, CUSTOMER, OUGHT, TO, NP);
        g.pass(NP, 0.02, 1, WORDNOUN, QUOTED);
        // a word is meant as it stands
        g.add(
                NP,
                0.05,
                from(
                        1,
                        Things.class,
                        t ->
                                t.things().stream().allMatch(NounRules::isLiteral)
                                        ? List.of(t)
                                        : List.of()),
                WORDNOUN,
                NOUN);
    }
}
