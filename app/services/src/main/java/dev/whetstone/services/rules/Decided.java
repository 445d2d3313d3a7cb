package dev.whetstone.services.rules;

import dev.whetstone.services.pair.PairRef;

/// A pair that a rule decides, in a few words.
///
/// @param prompt the first words of the prompt that say something
/// @param better from where the two replies part, the one that the rule votes for
/// @param worse the other one
/// @param outcome beside what the experts chose
/// @param isNew whether the saved rule voted differently
public record Decided(
        PairRef ref, String prompt, String better, String worse, Outcome outcome, boolean isNew) {
    /// A vote beside the experts' choice.
    public enum Outcome {
        RIGHT,
        WRONG,
        /// Nobody chose, or the choice was a tie.
        OPEN
    }
}
