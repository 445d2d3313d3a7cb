package dev.whetstone.core.text.vader;

/// What VADER says of a text, not rounded.
///
/// @param negative share of negative words' weight, 0 to 1
/// @param neutral share of words that say nothing, 0 to 1
/// @param positive share of positive words' weight, 0 to 1; the three sum to 1, or are all 0 for a
///     text without words
/// @param compound from -1 (negative) to 1 (positive)
public record VaderScores(double negative, double neutral, double positive, double compound) {
    static final VaderScores NONE = new VaderScores(0, 0, 0, 0);
}
