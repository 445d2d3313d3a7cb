package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.Estimate;
import java.util.List;

/// How far the experts agree with each other.
///
/// @param alpha Krippendorff's, ordinal (B, tie, A), over pairs that two people or more
///     judged, with the middle 95 % of 500 draws of these pairs; undefined where nothing can
///     be said
/// @param people who judged such a pair
/// @param pairs that two people or more judged
/// @param between each two people who judged a pair in common, those with the most pairs first
public record Agreement(Estimate alpha, int people, int pairs, List<Between> between) {
    public Agreement {
        between = List.copyOf(between);
    }
}
