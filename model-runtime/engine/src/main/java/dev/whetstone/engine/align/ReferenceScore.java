package dev.whetstone.engine.align;

/// A pair's summed log-probabilities under the reference.
record ReferenceScore(double chosen, double rejected) {}
