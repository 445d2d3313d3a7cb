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
/// @param pairing how pairs are made of them
/// @param sampling of the responses that pairs are made of
/// @param evaluationSampling of the replies that are measured, the start's like the trained
///     policy's: as replies are going to be sent
/// @param controls whether the DPO on random pairs is also trained and measured
public record AlignSettings(
        String base,
        String prompts,
        String evaluation,
        int iterations,
        int promptsPerIteration,
        int evaluationPrompts,
        int samples,
        Pairing pairing,
        Sampling sampling,
        Sampling evaluationSampling,
        DpoSettings dpo,
        Device device,
        Controls controls,
        long seed) {
    /// Whether the control run is made.
    public enum Controls {
        NONE,
        RANDOM_PAIRS
    }
}
