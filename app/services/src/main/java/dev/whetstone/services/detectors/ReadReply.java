package dev.whetstone.services.detectors;

/// A reply that a detector has read.
///
/// @param score what the detector says of it, 0 to 1
/// @param marked what a person, or a condition, said of it
public record ReadReply(Reply reply, double score, Marked marked) {
    /// Whether the reply was marked.
    public enum Marked {
        YES,
        NO,
        OPEN
    }
}
