package dev.whetstone.core.project;

import java.util.UUID;

/// A person who judges.
public record Annotator(UUID id, String name) {}
