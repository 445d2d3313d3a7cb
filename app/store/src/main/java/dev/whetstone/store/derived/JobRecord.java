package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import java.time.Instant;
import java.util.UUID;

/// A long piece of work, so that it can be shown, and taken up again after a crash.
///
/// @param request what was asked for, as JSON
/// @param progress 0 to 1
/// @param result what came out, as JSON; empty until done
/// @param from hash of the inputs
public record JobRecord(
        UUID id,
        String kind,
        JobState state,
        String request,
        double progress,
        String message,
        String result,
        ContentHash from,
        Instant createdAt,
        Instant changedAt) {}
