package dev.whetstone.store.rule;

import java.time.Instant;
import java.util.List;

/// One version of a concept (an editable list of words, phrases and patterns).
///
/// @param version counts from 1
public record ConceptVersion(
        String name, int version, List<String> entries, String author, Instant at) {
    public ConceptVersion {
        entries = List.copyOf(entries);
    }
}
