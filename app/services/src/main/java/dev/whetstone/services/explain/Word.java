package dev.whetstone.services.explain;

/// A stretch of the explanation and what became of it.
///
/// @param start first UTF-16 index, inclusive; `end` exclusive
public record Word(int start, int end, Use use) {
    /// Used in a rule, seen as the reason behind it, or not understood.
    public enum Use {
        USED,
        REASON,
        UNKNOWN
    }
}
