package dev.whetstone.services.align;

import java.util.List;
import java.util.UUID;

/// The accepted rules as they stood when a run began.
public interface LoopRules {
    /// Weighted votes on two responses: above 0 for A, below for B, 0 undecided.
    double lean(LoopPrompt prompt, String a, String b);

    /// How many rules have something to say of a response alone, and how many it keeps.
    Kept kept(LoopPrompt prompt, String response);

    /// Rules that vote for `chosen`.
    List<Vote> supporting(LoopPrompt prompt, String chosen, String rejected);

    /// The choices and sentences that a rule came from.
    List<Lineage.Cause> causes(UUID rule);

    record Kept(int applicable, int kept) {
        /// NaN when no rule applies.
        public double share() {
            return applicable == 0 ? Double.NaN : (double) kept / applicable;
        }
    }

    record Vote(UUID rule, double weight) {}
}
