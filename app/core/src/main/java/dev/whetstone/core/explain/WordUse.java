package dev.whetstone.core.explain;

/// What became of a word of the explanation.
///
/// @param start first UTF-16 index, inclusive
/// @param end last UTF-16 index, exclusive
public record WordUse(String text, int start, int end, Use use) {
    public enum Use {
        /// Part of what was understood.
        USED,
        /// Belongs to a clause that says why the reason matters; kept, not tested.
        JUSTIFICATION,
        /// Not understood.
        SKIPPED,
        /// Read as another word, of which it seems to be a misspelling.
        GUESSED
    }
}
