package dev.whetstone.services.align;

import dev.whetstone.services.reward.Estimate;
import java.util.Map;

/// One iteration, measured on prompts the loop never used.
///
/// @param dropped pairs by the gate's reason: identical, near-identical, truncated, tied, too-close
/// @param klToBase nats a response, sampled
/// @param winRate against the start, by reward
/// @param ruleWinRate against the start, by the accepted rules' votes
/// @param ruleSatisfaction share of applicable rules a response keeps
/// @param seconds of the whole iteration
public record IterationReport(
        int iteration,
        int prompts,
        int pairs,
        Map<String, Integer> dropped,
        double loss,
        double rewardsAccuracies,
        double rewardsMargins,
        double klToBase,
        double meanReward,
        double meanChars,
        double eosRate,
        Estimate winRate,
        Estimate ruleWinRate,
        Estimate ruleSatisfaction,
        double seconds) {
    public IterationReport {
        dropped = Map.copyOf(dropped);
    }
}
