package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.Estimate;

/// Coverage of one slice. Shares are of its pairs.
///
/// @param choices of its pairs
/// @param accuracy of the labels on its choices, held out; undefined without any
/// @param majority majority vote's on the same
public record SliceRow(
        Slice slice,
        int choices,
        double covered,
        double overlap,
        double conflict,
        Estimate accuracy,
        Estimate majority) {}
