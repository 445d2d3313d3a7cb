package dev.whetstone.services.detectors;

/// What a person says of one text.
///
/// @param is whether the text is of the detector's kind
public record Mark(String text, Answer is) {
    /// The answers a person can give.
    public enum Answer {
        YES,
        NO,
        /// An earlier answer no longer counts.
        WITHDRAW
    }
}
