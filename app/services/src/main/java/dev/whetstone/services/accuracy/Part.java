package dev.whetstone.services.accuracy;

import java.util.UUID;

/// Choices that have something in common.
public sealed interface Part {
    /// All that were predicted while their question was held out.
    record All() implements Part {}

    /// Those on pairs that an active rule votes on, the pair that it was written on left out.
    record OfRule(UUID rule) implements Part {}

    /// Those on pairs of a slice.
    ///
    /// @param id of a [dev.whetstone.services.coverage.Slice]
    record OfSlice(String id) implements Part {}

    /// One person's.
    record OfPerson(String name) implements Part {}
}
