package dev.whetstone.services.rules;

import java.time.Instant;
import java.util.UUID;

/// One entry of a rule's history.
///
/// @param what e.g. `added`, `edited`, `paused`, `activated`, `restored`
public record Revision(UUID id, Instant at, String author, String what, String name, String text) {}
