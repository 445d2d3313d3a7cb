package dev.whetstone.services.detectors;

import java.util.UUID;

/// A rule that asks a detector.
public record Asker(UUID rule, String name) {}
