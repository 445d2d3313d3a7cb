package dev.whetstone.runtime.model;

/// Settings of plain likelihood training of a small Llama from nothing.
public record SftSettings(
        int hidden,
        int layers,
        int heads,
        int kvHeads,
        int intermediate,
        int vocabulary,
        int maxPositions,
        double learningRate,
        int warmupSteps,
        int steps,
        int tokensPerStep,
        double weightDecay,
        double gradClip,
        int checkpointEvery,
        long seed) {}
