package dev.whetstone.store.derived;

import java.util.UUID;

/// The probability that response `a` of a comparison is preferred over response `b`, unrounded.
///
/// @param a index into the comparison's stored order
/// @param b index into the comparison's stored order
/// @param provenance JSON: which judgements and rules it comes from
public record PairLabel(UUID comparisonId, int a, int b, double p, String provenance) {}
