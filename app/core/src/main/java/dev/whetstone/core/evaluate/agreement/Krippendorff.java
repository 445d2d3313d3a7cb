package dev.whetstone.core.evaluate.agreement;

import java.util.Arrays;

/// Krippendorff's alpha, 1 - observed / expected disagreement (Krippendorff 2011, as the Python
/// package krippendorff 0.9.0). Any rater may leave any unit out; units with fewer than two ratings
/// do not count.
public final class Krippendorff {
    private Krippendorff() {}

    /// At most 1; NaN where all pairable ratings are equal or there are none.
    public static double alpha(Ratings ratings, Scale scale) {
        int levels = ratings.levels();
        double[][] coincidences = new double[levels][levels];
        for (int[] counts : ratings.counts()) {
            int given = Arrays.stream(counts).sum();
            if (given >= 2) {
                add(counts, given, coincidences);
            }
        }
        double[] totals = new double[levels];
        for (int level = 0; level < levels; level++) {
            totals[level] = Arrays.stream(coincidences[level]).sum();
        }
        double all = Arrays.stream(totals).sum();
        double observed = 0;
        double expected = 0;
        for (int low = 0; low < levels; low++) {
            for (int high = low + 1; high < levels; high++) {
                double difference = scale.difference(low, high, totals);
                observed += coincidences[low][high] * difference;
                expected += totals[low] * totals[high] * difference;
            }
        }
        return expected == 0 ? Double.NaN : 1 - (all - 1) * observed / expected;
    }

    /// Each ordered pair of a unit's ratings, weighted so that a rating counts once.
    private static void add(int[] counts, int given, double[][] coincidences) {
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                double pairs = counts[i] * (double) (counts[j] - (i == j ? 1 : 0));
                coincidences[i][j] += pairs / (given - 1);
            }
        }
    }
}
