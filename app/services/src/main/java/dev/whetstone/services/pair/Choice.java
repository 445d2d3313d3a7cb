package dev.whetstone.services.pair;

import java.util.UUID;

/// What one person chose for a pair.
///
/// @param preference 1 for A, 0 for B, .5 for a tie
public record Choice(PairRef ref, UUID judgementId, String annotator, double preference) {}
