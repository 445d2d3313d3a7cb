package dev.whetstone.services.align;

import dev.whetstone.services.reward.Estimate;

/// Something to hold the iterations against.
///
/// @param name `best-of-5` of the start, or `random-pairs`
public record ControlReport(
        String name,
        double meanReward,
        double meanChars,
        Estimate winRate,
        Estimate ruleWinRate,
        Estimate ruleSatisfaction) {}
