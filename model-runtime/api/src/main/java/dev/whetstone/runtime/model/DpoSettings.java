package dev.whetstone.runtime.model;

/// Settings of one DPO training.
///
/// @param loss name in TRL's spelling; `sigmoid` takes the pair's soft label p
/// @param beta strength of the pull to the reference, above 0
/// @param learningRate peak of the schedule
/// @param schedule `linear`, `cosine` or `constant`
/// @param warmupSteps steps from 0 to the peak; the first step then has rate 0, as in TRL
/// @param pairsPerStep pairs in one optimizer step (split into micro-batches as memory asks)
/// @param maxTokens longest prompt + completion; pairs above are dropped and counted
/// @param gradClip largest gradient norm
/// @param nllWeight weight of the chosen response's mean token loss, 0 for none
/// @param checkpointEvery steps between checkpoints
public record DpoSettings(
        String loss,
        double beta,
        LoraSettings lora,
        double learningRate,
        String schedule,
        int warmupSteps,
        int epochs,
        int pairsPerStep,
        int maxTokens,
        double gradClip,
        double weightDecay,
        double nllWeight,
        int checkpointEvery,
        long seed) {}
