package dev.whetstone.store.derived;

import java.util.UUID;

/// A reward model's score of a response.
///
/// @param uncertainty standard deviation over the ensemble, same unit as `score`
public record ResponseScore(UUID responseId, double score, double uncertainty) {}
