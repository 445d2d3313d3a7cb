package dev.whetstone.services.rules;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// One entry of a rule's history.
///
/// @param what e.g. `added`, `edited`, `slider moved`, `paused`, `activated`, `restored`
/// @param slots where its sliders stood; empty where none was moved
public record Revision(
        UUID id,
        Instant at,
        String author,
        String what,
        String name,
        String text,
        Map<String, Double> slots) {
    public Revision {
        slots = Map.copyOf(slots);
    }
}
