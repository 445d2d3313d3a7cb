package dev.whetstone.engine.align;

/// @param tensors written
/// @param changed tensors that an adapter changed
/// @param prompts compared
/// @param largestLogitDifference between adapter and merged weights over all places of the prompts
public record MergeResult(int tensors, int changed, int prompts, double largestLogitDifference) {}
