package dev.whetstone.core.label.compare;

/// How one model did on pairs whose answers it had not seen.
///
/// @param accuracy share of pairs on the right side, undecided ones a half
/// @param logLoss mean -ln of the probability given to the answer; a coin has .6931
/// @param brier mean squared error of the probability; a coin has .25
/// @param calibrationError Σ_b n_b/n |accuracy_b - confidence_b| over ten equal bins of max(p, 1-p)
public record ModelScores(
        String name, Spread accuracy, Spread logLoss, Spread brier, Spread calibrationError) {}
