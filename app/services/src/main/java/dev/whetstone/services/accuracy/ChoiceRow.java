package dev.whetstone.services.accuracy;

import dev.whetstone.services.pair.PairRef;

/// A choice beside what the reward model said while its question was held out.
///
/// @param prompt the first words of the prompt that say something, on one line
/// @param p of the model, for A
/// @param preference 1 for A, 0 for B, .5 for a tie
/// @param person who chose
/// @param vote of the rule that was asked about: +1 for A, -1 for B, 0 without one
public record ChoiceRow(
        PairRef ref, String prompt, double p, double preference, String person, int vote) {}
