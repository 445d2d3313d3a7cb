package dev.whetstone.store.content;

import java.util.UUID;

/// A number that a file gave a response, e.g. a model's `score_chosen`. Higher is better; the scale
/// is the source's own.
public record ImportedScore(UUID responseId, String source, double score) {}
