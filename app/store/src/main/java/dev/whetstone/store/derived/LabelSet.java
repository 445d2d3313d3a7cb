package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import java.time.Instant;
import java.util.UUID;

/// One fit of a label model.
///
/// @param from hash of the votes and judgements it was fitted on
/// @param settings the model's settings as JSON
/// @param fit weights, diagnostics and the like as JSON
public record LabelSet(
        UUID id, ContentHash from, String model, String settings, String fit, Instant at) {}
