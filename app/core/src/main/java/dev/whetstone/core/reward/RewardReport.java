package dev.whetstone.core.reward;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.ReliabilityBin;
import java.util.List;

/// How good a way of training is on prompts that were not trained on. Ties are left out of
/// accuracies.
///
/// @param pairs judged pairs that were predicted
/// @param groups prompts (first human turns) they belong to
/// @param accuracy of the model, Wilson's 95 % interval
/// @param longestWins accuracy of "the longer response wins" on the same pairs
/// @param majority accuracy of always guessing the side that is commoner among the other folds
/// @param aboveLongest accuracy minus that of longest-wins, bootstrap interval over groups
/// @param logLoss of the probabilities; a coin has 0.6931
/// @param ece expected calibration error, 10 equal-width bins
/// @param eceBeforeTemperature the same before calibration
/// @param lengthCorrelation Pearson's r of score difference and length difference
/// @param lengthRankCorrelation Spearman's rho of the same
/// @param accuracyWhereShorterWon on pairs whose shorter response was preferred
/// @param reliability equal-width bins for a diagram
/// @param seconds of training and predicting, encoding excluded
public record RewardReport(
        int pairs,
        int groups,
        int folds,
        Estimate accuracy,
        Estimate longestWins,
        Estimate majority,
        Estimate aboveLongest,
        double logLoss,
        double brier,
        double ece,
        double eceBeforeTemperature,
        double logLossBeforeTemperature,
        double lengthCorrelation,
        double lengthRankCorrelation,
        Estimate accuracyWhereShorterWon,
        List<ReliabilityBin> reliability,
        double seconds) {
    public RewardReport {
        reliability = List.copyOf(reliability);
    }
}
