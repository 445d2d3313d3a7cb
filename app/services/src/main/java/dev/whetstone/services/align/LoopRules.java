package dev.whetstone.services.align;

import java.util.List;
import java.util.UUID;

/// The accepted rules as they stood when a run began.
public interface LoopRules {
    /// Lets detectors read what the rules want to know of these responses at one go, which takes
    /// less time than one by one when they are judged.
    default void readAhead(List<Response> responses) {}

    /// A response with its prompt.
    record Response(LoopPrompt prompt, String text) {}

    /// Weighted votes on two responses: above 0 for A, below for B, 0 undecided.
    double lean(LoopPrompt prompt, String a, String b);

    /// What each rule says of a response alone, in the order of the rules.
    List<Outcome> outcomes(LoopPrompt prompt, String response);

    /// How well a response keeps the rules that say something of it. A rule counts as much as
    /// the label model says that it is worth, so a rule that the choices do not bear out
    /// counts nothing; where no rule is worth anything, all count alike.
    default Kept kept(LoopPrompt prompt, String response) {
        List<Outcome> outcomes = outcomes(prompt, response);
        boolean alike = outcomes.stream().noneMatch(outcome -> outcome.weight() > 0);
        double applicable = 0;
        double kept = 0;
        for (Outcome outcome : outcomes) {
            double weight = alike ? 1 : Math.max(0, outcome.weight());
            applicable += outcome.sign() == 0 ? 0 : weight;
            kept += outcome.sign() > 0 ? weight : 0;
        }
        return new Kept(applicable, kept);
    }

    /// Rules that vote for `chosen`.
    List<Vote> supporting(LoopPrompt prompt, String chosen, String rejected);

    /// The choices and sentences that a rule came from.
    List<Lineage.Cause> causes(UUID rule);

    /// @param text in the rule language
    /// @param sentence in words
    /// @param sign 1 kept, -1 broken, 0 the rule says nothing of this response
    record Outcome(UUID rule, String text, String sentence, double weight, int sign) {}

    /// @param applicable weight of the rules that say something
    /// @param kept weight of those that the response keeps
    record Kept(double applicable, double kept) {
        /// NaN when no rule applies.
        public double share() {
            return applicable == 0 ? Double.NaN : kept / applicable;
        }
    }

    record Vote(UUID rule, double weight) {}
}
