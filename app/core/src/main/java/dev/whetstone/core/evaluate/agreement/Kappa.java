package dev.whetstone.core.evaluate.agreement;

import java.util.Arrays;
import java.util.List;

/// Kappas: agreement between raters beyond what their habits alone would give. NaN where chance
/// leaves nothing to agree on.
public final class Kappa {
    private Kappa() {}

    /// How much a disagreement between two levels counts.
    public enum Weights {
        /// All alike.
        EQUAL,
        /// By the distance of the levels.
        LINEAR,
        /// By its square.
        QUADRATIC;

        double of(int first, int second) {
            int apart = Math.abs(first - second);
            return switch (this) {
                case EQUAL -> apart == 0 ? 0 : 1;
                case LINEAR -> apart;
                case QUADRATIC -> (double) apart * apart;
            };
        }
    }

    /// Cohen's kappa of two raters over the units that both rated (Cohen 1960 and 1968, as
    /// scikit-learn).
    public static double cohen(Ratings ratings, int rater, int other, Weights weights) {
        double[][] table = ratings.table(rater, other);
        int levels = table.length;
        double[] first = new double[levels];
        double[] second = new double[levels];
        double all = 0;
        for (int i = 0; i < levels; i++) {
            for (int j = 0; j < levels; j++) {
                first[i] += table[i][j];
                second[j] += table[i][j];
                all += table[i][j];
            }
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < levels; i++) {
            for (int j = 0; j < levels; j++) {
                observed += weights.of(i, j) * table[i][j];
                expected += weights.of(i, j) * first[i] * second[j] / all;
            }
        }
        return expected == 0 ? Double.NaN : 1 - observed / expected;
    }

    /// How many units both raters rated.
    public static int both(Ratings ratings, int rater, int other) {
        return (int)
                Arrays.stream(ratings.table(rater, other)).flatMapToDouble(Arrays::stream).sum();
    }

    /// Share of those units on which they agree; NaN without any.
    public static double agreement(Ratings ratings, int rater, int other) {
        double[][] table = ratings.table(rater, other);
        double same = 0;
        for (int level = 0; level < table.length; level++) {
            same += table[level][level];
        }
        int both = both(ratings, rater, other);
        return both == 0 ? Double.NaN : same / both;
    }

    /// Fleiss' kappa (1971) over the units that all raters rated, chance from the levels' shares.
    public static double fleiss(Ratings ratings) {
        List<int[]> units = ratings.completeCounts();
        double chance = 0;
        for (int level = 0; level < ratings.levels(); level++) {
            double share = 0;
            for (int[] counts : units) {
                share += counts[level];
            }
            share /= units.size() * (double) ratings.raters();
            chance += share * share;
        }
        return beyond(chance, pairsThatAgree(units, ratings.raters()));
    }

    /// Randolph's free-marginal kappa (2005) over the same units: every level is as likely.
    public static double freeMarginal(Ratings ratings) {
        double agreed = pairsThatAgree(ratings.completeCounts(), ratings.raters());
        return beyond(1.0 / ratings.levels(), agreed);
    }

    /// How many units all raters rated.
    public static int complete(Ratings ratings) {
        return ratings.completeCounts().size();
    }

    private static double pairsThatAgree(List<int[]> units, int raters) {
        double sum = 0;
        for (int[] counts : units) {
            double pairs = 0;
            for (int count : counts) {
                pairs += count * (count - 1.0);
            }
            sum += pairs / (raters * (raters - 1.0));
        }
        return sum / units.size();
    }

    private static double beyond(double chance, double observed) {
        return chance >= 1 ? Double.NaN : (observed - chance) / (1 - chance);
    }
}
