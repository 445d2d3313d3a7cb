package dev.whetstone.core.evaluate;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Proper scores and accuracy of predictions. All are means over items; NaN without items.
public final class Scores {
    private static final double FLOOR = 1e-15;

    private Scores() {}

    /// Share of items on the right side, ties a half, with Wilson's interval. Items whose
    /// outcome is a tie say nothing about sides and are left out.
    public static Estimate accuracy(Predictions of) {
        double right = 0;
        int n = 0;
        for (int i = 0; i < of.size(); i++) {
            if (of.y(i) != 0.5) {
                right += of.correct(i);
                n++;
            }
        }
        return Estimate.ofProportion(right, n);
    }

    /// Mean of -y ln p - (1-y) ln(1-p), p kept 1e-15 away from 0 and 1. A coin has 0.6931.
    public static double logLoss(Predictions of) {
        return mean(of.size(), i -> crossEntropy(of.p(i), of.y(i)));
    }

    /// Mean of (p - y)². A coin has 0.25.
    public static double brier(Predictions of) {
        return mean(of.size(), i -> (of.p(i) - of.y(i)) * (of.p(i) - of.y(i)));
    }

    /// Weighted mean of one item's figure.
    public static double weightedMean(double[] weights, IntToDoubleFunction figure) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * figure.applyAsDouble(i);
            total += weights[i];
        }
        return sum / total;
    }

    /// -y ln p - (1-y) ln(1-p) with p kept 1e-15 away from 0 and 1.
    public static double crossEntropy(double p, double y) {
        double q = Math.clamp(p, FLOOR, 1 - FLOOR);
        return -(y * Math.log(q) + (1 - y) * Math.log1p(-q));
    }

    /// Area under the ROC curve (ties of p count a half); outcomes above 0.5 are positive. NaN when
    /// one side is missing. O(n log n) by ranks (Mann and Whitney).
    public static double auroc(Predictions of) {
        double[] ranks = Ranks.average(IntStream.range(0, of.size()).mapToDouble(of::p).toArray());
        double rankSum = 0;
        double positives = 0;
        for (int i = 0; i < of.size(); i++) {
            if (of.y(i) > 0.5) {
                rankSum += ranks[i];
                positives++;
            }
        }
        double negatives = of.size() - positives;
        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    private static double mean(int n, IntToDoubleFunction figure) {
        return n == 0 ? Double.NaN : IntStream.range(0, n).mapToDouble(figure).sum() / n;
    }
}
