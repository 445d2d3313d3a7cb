package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import java.time.Instant;
import java.util.UUID;

/// A run of alignment iterations.
///
/// @param from hash of the base model, the reward model and the prompts
/// @param settings as JSON
public record AlignRun(UUID id, ContentHash from, String settings, Instant at) {}
