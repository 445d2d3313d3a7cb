package dev.whetstone.core.detect;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.evaluate.Scores;

/// How often a detector is right about marked texts that nothing of it was fitted to, beside one
/// that always says what most marks say.
///
/// @param marks texts measured on
/// @param positives how many of them were marked as of the kind
/// @param accuracy share of right answers with Wilson's 95 % interval; of cross-validation that of
///     half as many marks, because its answers depend on each other: on marks without any meaning
///     (24 to 40 of them, 24 and 384 dimensions) the plain interval claims too much 3 to 8 times in
///     100, this one at most 3 times
/// @param majority share of right answers when it is always the commoner sort
/// @param auc chance that a text of the kind has a higher score than another; NaN with one sort
public record Accuracy(int marks, int positives, Estimate accuracy, double majority, double auc) {
    public static final Accuracy UNMEASURED =
            new Accuracy(0, 0, Estimate.UNDEFINED, Double.NaN, Double.NaN);

    /// What may be claimed.
    public enum Standing {
        /// There are no marks.
        UNMEASURED,
        /// The whole interval lies above the majority's share.
        BETTER_THAN_MAJORITY,
        /// It may be no better than to say the same of every text.
        NOT_SHOWN_BETTER
    }

    /// How a detector came to its answers.
    public enum Method {
        /// Nothing of it was fitted to any of the marks.
        FIXED,
        /// Each answer is of a detector that was fitted to the other marks.
        CROSS_VALIDATED
    }

    /// @param scores 0 to 1, one a marked text
    public static Accuracy of(double[] scores, boolean[] is, Method method) {
        if (scores.length == 0) {
            return UNMEASURED;
        }
        int right = 0;
        int positives = 0;
        double[] y = new double[is.length];
        for (int i = 0; i < is.length; i++) {
            right += (scores[i] >= TextScores.THRESHOLD) == is[i] ? 1 : 0;
            positives += is[i] ? 1 : 0;
            y[i] = is[i] ? 1 : 0;
        }
        int n = is.length;
        boolean both = positives > 0 && positives < n;
        return new Accuracy(
                n,
                positives,
                method == Method.FIXED
                        ? Estimate.ofProportion(right, n)
                        : Estimate.ofProportion(right / 2.0, n / 2.0),
                (double) Math.max(positives, n - positives) / n,
                both ? Scores.auroc(new Predictions(scores, y)) : Double.NaN);
    }

    public Standing standing() {
        if (marks == 0) {
            return Standing.UNMEASURED;
        }
        return accuracy.low() > majority
                ? Standing.BETTER_THAN_MAJORITY
                : Standing.NOT_SHOWN_BETTER;
    }
}
