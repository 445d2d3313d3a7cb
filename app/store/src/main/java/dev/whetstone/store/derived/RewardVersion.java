package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import java.time.Instant;
import java.util.UUID;

/// A trained reward model.
///
/// @param number counts from 1 in the order of training
/// @param from hash of the pairs and probabilities it was trained on
/// @param artefact its files in the artefact folder
/// @param settings how it was trained, as JSON
/// @param metrics what was measured on prompts not trained on, as JSON
public record RewardVersion(
        UUID id,
        int number,
        ContentHash from,
        ContentHash artefact,
        String settings,
        String metrics,
        Instant at) {}
