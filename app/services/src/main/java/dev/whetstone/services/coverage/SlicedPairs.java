package dev.whetstone.services.coverage;

import dev.whetstone.core.label.PairSet;
import dev.whetstone.services.vote.Ballot;
import java.util.List;

/// The pairs of a project with the slices they belong to, all of one moment.
///
/// @param slices all pairs first
/// @param pairs of each slice, by their places in the ballot
public record SlicedPairs(Ballot ballot, List<Slice> slices, List<PairSet> pairs) {
    public SlicedPairs {
        slices = List.copyOf(slices);
        pairs = List.copyOf(pairs);
    }
}
