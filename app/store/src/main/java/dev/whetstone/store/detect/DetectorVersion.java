package dev.whetstone.store.detect;

import dev.whetstone.store.content.ContentHash;
import java.time.Instant;

/// One version of a detector; the one with the highest number is current.
///
/// @param name without the `#`
/// @param version counts from 1
/// @param kind `examples`, `head` or `checkpoint`
/// @param body what it is made from, its numbers and its accuracy, as JSON
/// @param fingerprint of what decides its scores
public record DetectorVersion(
        String name,
        int version,
        DetectorState state,
        String kind,
        String body,
        ContentHash fingerprint,
        String author,
        Instant at) {
    public DetectorVersion {
        if (version < 1 || name.isBlank()) {
            throw new IllegalArgumentException("a detector has a version from 1 and a name");
        }
    }
}
