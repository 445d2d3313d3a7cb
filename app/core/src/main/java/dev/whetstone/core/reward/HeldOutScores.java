package dev.whetstone.core.reward;

import dev.whetstone.core.evaluate.Logistic;

/// What models said of judged pairs of which they had seen no pair of the same group.
///
/// @param places of the judged pairs in the data, ascending; everything else in their order
/// @param logOdds of A, calibrated
/// @param uncalibrated log-odds of A before calibration
/// @param commoner mean label of the pairs that the model was trained on
/// @param folds into which the groups were dealt
/// @param seconds of training and predicting, encoding excluded
public record HeldOutScores(
        int[] places,
        double[] logOdds,
        double[] uncalibrated,
        double[] commoner,
        int folds,
        double seconds) {

    /// p(A) of the i-th judged pair.
    public double p(int i) {
        return Logistic.sigmoid(logOdds[i]);
    }

    public int size() {
        return places.length;
    }
}
