package dev.whetstone.store.judgement;

import java.time.Instant;
import java.util.UUID;

/// What a person has typed and chosen on a comparison without confirming it.
///
/// @param body the desk's own state as text, e.g. JSON
public record Draft(UUID annotatorId, UUID comparisonId, Instant savedAt, String body) {}
