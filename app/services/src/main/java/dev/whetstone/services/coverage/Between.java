package dev.whetstone.services.coverage;

/// How far two people agree on the pairs that both judged.
///
/// @param first one of them by name; `second` the other
/// @param pairs that both judged
/// @param same share on which they chose the same: A, B, or neither; NaN without any
/// @param kappa Cohen's of these three, -1 to 1; NaN where chance alone would agree on all
/// @param alpha Krippendorff's, ordinal; NaN likewise
public record Between(
        String first, String second, int pairs, double same, double kappa, double alpha) {}
