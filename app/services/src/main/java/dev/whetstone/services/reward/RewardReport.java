package dev.whetstone.services.reward;

import java.util.List;

/// How good a reward model is on pairs of prompts it was not trained on.
///
/// @param pairs measured on
/// @param longestWins the same pairs, the longer response taken as better
/// @param majority the same pairs, majority vote of the rules (ties count ½)
/// @param lengthCorrelation Pearson's r of score and characters
public record RewardReport(
        int pairs,
        Estimate accuracy,
        Estimate longestWins,
        Estimate majority,
        double logLoss,
        double brier,
        double ece,
        double eceBeforeTemperature,
        double lengthCorrelation,
        List<ReliabilityBin> reliability) {
    public RewardReport {
        reliability = List.copyOf(reliability);
    }
}
