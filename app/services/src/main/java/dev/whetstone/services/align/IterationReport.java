package dev.whetstone.services.align;

import dev.whetstone.services.reward.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One iteration, measured on prompts the loop never used.
///
/// @param dropped pairs by the gate's reason: identical, near-identical, truncated, length (no
///     two of like length), tied, too-close
/// @param klToBase nats a response, sampled
/// @param winRate against the start, by reward
/// @param winRateLengthControlled the same at equal length (AlpacaEval's minimal variant)
/// @param ruleWinRate against the start, by the accepted rules' votes
/// @param ruleSatisfaction share of the applicable rules' weight that a response keeps, mean over
///     responses; see [LoopRules#kept]
/// @param seconds of the whole iteration
/// @param selfTests what its training checked of itself; a failing one would have stopped it
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
        Estimate winRateLengthControlled,
        Estimate ruleWinRate,
        Estimate ruleSatisfaction,
        double seconds,
        List<RunCheck> selfTests) {
    public IterationReport {
        // reports of earlier versions have none
        selfTests = selfTests == null ? List.of() : List.copyOf(selfTests);
        dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
    }

    IterationReport withSeconds(double newSeconds) {
        return new IterationReport(
                iteration,
                prompts,
                pairs,
                dropped,
                loss,
                rewardsAccuracies,
                rewardsMargins,
                klToBase,
                meanReward,
                meanChars,
                eosRate,
                winRate,
                winRateLengthControlled,
                ruleWinRate,
                ruleSatisfaction,
                newSeconds,
                selfTests);
    }
}
