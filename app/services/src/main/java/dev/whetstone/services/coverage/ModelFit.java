package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.ReliabilityBin;
import dev.whetstone.services.label.ModelChoice;
import java.util.List;

/// How well a label model predicts choices that it has not seen.
///
/// @param model as asked for; `used` is what it came to, another one for AUTO
/// @param accuracy undefined without choices
/// @param logLoss mean; a coin's is .693. NaN without choices
/// @param ece expected calibration error over ten bins of max(p, 1 - p)
/// @param bins of max(p, 1 - p), from 0 to 1 by tenths; those below .5 are empty
/// @param againstMajority how much less log loss than majority vote on the same choices: the mean
///     difference in its standard errors; NaN where all are equal
/// @param converged whether the fit came to rest
public record ModelFit(
        ModelChoice model,
        String used,
        Estimate accuracy,
        double logLoss,
        double brier,
        double ece,
        List<ReliabilityBin> bins,
        double againstMajority,
        boolean converged) {
    public ModelFit {
        bins = List.copyOf(bins);
    }
}
