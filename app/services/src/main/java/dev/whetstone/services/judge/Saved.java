package dev.whetstone.services.judge;

import java.time.Instant;
import java.util.UUID;

/// A verdict that is on the disk.
public record Saved(UUID judgementId, UUID comparisonId, Instant at) {}
