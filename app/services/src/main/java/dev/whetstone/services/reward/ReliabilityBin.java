package dev.whetstone.services.reward;

/// One bin of a reliability diagram over the probability that A is preferred, 0 to 1.
///
/// @param confidence mean probability in it
/// @param accuracy share of its pairs on which A was preferred
/// @param pairs how many fell into it
public record ReliabilityBin(double confidence, double accuracy, int pairs) {}
