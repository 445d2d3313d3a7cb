package dev.whetstone.store.detect;

import java.time.Instant;

/// What somebody said of one text for one detector.
///
/// @param source where the mark comes from: empty for a person's, otherwise e.g. the condition
///     that made it
public record DetectorMark(
        String detector, String text, Label label, String source, String author, Instant at) {

    /// What was said.
    public enum Label {
        /// The text is of the detector's kind.
        YES,
        NO,
        /// An earlier mark of the text no longer counts.
        WITHDRAWN
    }
}
