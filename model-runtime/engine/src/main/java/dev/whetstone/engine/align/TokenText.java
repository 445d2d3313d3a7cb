package dev.whetstone.engine.align;

/// A text to learn by likelihood.
///
/// @param ids tokens
/// @param learn whether position i is a target; the first position never counts
public record TokenText(int[] ids, boolean[] learn) {
    public TokenText {
        if (ids.length != learn.length || ids.length < 2) {
            throw new IllegalArgumentException(
                    "a text needs at least two tokens, and a mark for each");
        }
    }
}
