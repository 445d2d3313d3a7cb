package dev.whetstone.core.project;

import java.util.UUID;

/// One answer to a prompt.
///
/// @param origin who or what wrote it, e.g. a model's name; empty when unknown. Never shown to the
///     expert while judging.
public record Response(UUID id, UUID promptId, String text, String origin) {}
