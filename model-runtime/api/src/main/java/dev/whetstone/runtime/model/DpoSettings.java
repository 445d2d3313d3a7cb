package dev.whetstone.runtime.model;

import dev.whetstone.runtime.loss.LossSettings;

/// Settings of one training on preference pairs.
///
/// @param loss what is made small; a pair's soft label p counts in all of them
/// @param learningRate peak of the schedule
/// @param schedule `linear`, `cosine` or `constant`
/// @param warmupSteps steps from 0 to the peak; the first step then has rate 0, as in TRL
/// @param pairsPerStep pairs in one optimizer step (split into micro-batches as memory asks)
/// @param maxTokens longest prompt + completion; pairs above are dropped and counted
/// @param gradClip largest gradient norm
/// @param checkpointEvery steps between checkpoints
public record DpoSettings(
        LossSettings loss,
        LoraSettings lora,
        double learningRate,
        String schedule,
        int warmupSteps,
        int epochs,
        int pairsPerStep,
        int maxTokens,
        double gradClip,
        double weightDecay,
        int checkpointEvery,
        long seed) {
    public DpoSettings withLoss(LossSettings other) {
        return new DpoSettings(
                other,
                lora,
                learningRate,
                schedule,
                warmupSteps,
                epochs,
                pairsPerStep,
                maxTokens,
                gradClip,
                weightDecay,
                checkpointEvery,
                seed);
    }

    public DpoSettings withSeed(long other) {
        return new DpoSettings(
                loss,
                lora,
                learningRate,
                schedule,
                warmupSteps,
                epochs,
                pairsPerStep,
                maxTokens,
                gradClip,
                weightDecay,
                checkpointEvery,
                other);
    }
}
