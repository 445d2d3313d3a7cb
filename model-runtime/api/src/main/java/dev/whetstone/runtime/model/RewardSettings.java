package dev.whetstone.runtime.model;

/// Settings of the training of a reward model: a decoder with a head that gives one score.
///
/// @param learned what the training changes
/// @param lora of [Learned#LORA]; the others do not look at it
/// @param centre draws scores to a mean of 0 (TRL's `center_rewards_coefficient`); 0 for none
/// @param learningRate peak of the schedule
/// @param schedule `linear`, `cosine` or `constant`
/// @param warmupSteps steps from 0 to the peak
/// @param pairsPerStep pairs in one optimizer step (split into micro-batches as memory asks)
/// @param maxTokens longest prompt + response; pairs above are dropped and counted
/// @param gradClip largest gradient norm, 0 for none
/// @param heldOut share of the prompts, [0, 1), whose pairs are measured and not trained on
/// @param checkpointEvery steps between checkpoints
public record RewardSettings(
        Learned learned,
        LoraSettings lora,
        double centre,
        double learningRate,
        String schedule,
        int warmupSteps,
        int epochs,
        int pairsPerStep,
        int maxTokens,
        double gradClip,
        double weightDecay,
        double heldOut,
        int checkpointEvery,
        long seed) {
    /// What a training changes.
    public enum Learned {
        /// An adapter on linear layers, and the head.
        LORA,
        /// The head alone; the layers below stay as they are.
        HEAD,
        /// All weights, in fp32.
        FULL
    }

    public RewardSettings {
        if (pairsPerStep < 1 || epochs < 1 || warmupSteps < 0 || maxTokens < 2) {
            throw new IllegalArgumentException(
                    "pairs a step and epochs are 1 or more, warm-up steps 0 or more, and texts have"
                            + " at least 2 tokens");
        }
        if (!(learningRate > 0) || centre < 0 || gradClip < 0 || weightDecay < 0) {
            throw new IllegalArgumentException(
                    "the learning rate is above 0, and the centre coefficient, weight decay and"
                            + " largest gradient norm are 0 or more");
        }
        if (!(heldOut >= 0 && heldOut < 1)) {
            throw new IllegalArgumentException("the held-out share is from 0 to below 1");
        }
    }
}
