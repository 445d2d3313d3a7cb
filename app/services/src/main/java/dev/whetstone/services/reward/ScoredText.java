package dev.whetstone.services.reward;

/// A point of the score-against-length plot.
public record ScoredText(int chars, double score) {}
