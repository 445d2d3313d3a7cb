package dev.whetstone.services.coverage;

/// Shares are of all pairs of the view.
///
/// @param accuracy of the labels on choices, each predicted by rules whose weights did not
///     count it; NaN without choices, or where it was not worked out. `majority` is majority
///     vote's on the same choices.
public record Totals(
        int pairs,
        int choices,
        int rules,
        double covered,
        double overlap,
        double conflict,
        double accuracy,
        double low,
        double high,
        double majority) {}
