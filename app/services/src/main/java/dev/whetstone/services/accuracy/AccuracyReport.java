package dev.whetstone.services.accuracy;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.services.coverage.Slice;
import java.time.Instant;
import java.util.List;

/// How often the reward model is right about choices that were held out from it, and on which of
/// them it falls short. Rows are sorted by how far it does, those of fewer than [#FEW] choices
/// last.
///
/// @param model accuracy on all choices that take a side, Wilson's 95 % interval
/// @param choices how many those are
/// @param untried choices that nothing is said of: made since then, or left out of training
/// @param stale whether choices, rules or texts have changed since
public record AccuracyReport(
        Estimate model,
        int choices,
        int untried,
        List<RuleAccuracy> rules,
        List<GroupAccuracy<Slice>> slices,
        List<GroupAccuracy<String>> people,
        Instant measured,
        boolean stale) {
    /// Fewer choices say next to nothing of a part.
    public static final int FEW = 10;

    public AccuracyReport {
        rules = List.copyOf(rules);
        slices = List.copyOf(slices);
        people = List.copyOf(people);
    }
}
