package dev.whetstone.services.align;

import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.Sampling;

/// What is tried. Everything that changes a result is here.
///
/// @param base a folder in Hugging Face layout, or `starter`
/// @param prompts prompts file; `project` for the project's own prompts
/// @param evaluation file of prompts to measure on; empty: taken from `prompts` by lot
/// @param promptsPerIteration new prompts an iteration
/// @param evaluationPrompts prompts held out from the loop
/// @param samples responses a prompt
/// @param closeness pairs whose p is nearer to .5 than this are too close, 0 to .5
/// @param similarity pairs whose words are more alike than this are near-identical, 0 to 1
/// @param lengthRatio how many times the shorter one's length the longer of a pair may have, 1 or
///     more: DPO is drawn to length by itself, and pairs of like length teach content
/// @param controls whether the DPO on random pairs is also trained and measured
public record AlignSettings(
        String base,
        String prompts,
        String evaluation,
        int iterations,
        int promptsPerIteration,
        int evaluationPrompts,
        int samples,
        PairChoice pairs,
        double closeness,
        double similarity,
        double lengthRatio,
        Sampling sampling,
        DpoSettings dpo,
        Device device,
        Controls controls,
        long seed) {
    AlignSettings withPairs(PairChoice choice) {
        return new AlignSettings(
                base,
                prompts,
                evaluation,
                iterations,
                promptsPerIteration,
                evaluationPrompts,
                samples,
                choice,
                closeness,
                similarity,
                lengthRatio,
                sampling,
                dpo,
                device,
                controls,
                seed);
    }

    /// Whether the control run is made.
    public enum Controls {
        NONE,
        RANDOM_PAIRS
    }
}
