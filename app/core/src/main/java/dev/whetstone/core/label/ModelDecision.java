package dev.whetstone.core.label;

import java.util.List;

/// Which model the program takes by itself, and what the others did against it.
///
/// @param model the one taken
/// @param judged how many pairs were judged
/// @param challenges in the order they were tried; empty where too few pairs are judged
public record ModelDecision(PairLabelModel model, int judged, List<Challenge> challenges) {
    /// A challenger's mean gain, in standard errors, from which it is taken.
    public static final double BEYOND_NOISE = 2;

    /// A trial on judgements that neither model has seen.
    ///
    /// @param gain how much less log loss the challenger had than the model that stood until then:
    ///     the mean of the paired differences in their standard errors; below 0 it was worse
    public record Challenge(String model, String against, double gain) {
        public boolean won() {
            return gain > BEYOND_NOISE;
        }
    }

    public ModelDecision {
        challenges = List.copyOf(challenges);
    }
}
