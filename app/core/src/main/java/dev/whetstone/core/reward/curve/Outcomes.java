package dev.whetstone.core.reward.curve;

import dev.whetstone.core.evaluate.Bootstrap;
import dev.whetstone.core.evaluate.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// How often each held-out judgement was predicted right, by the number of comparisons learned
/// from.
///
/// @param sizes numbers of comparisons, ascending
/// @param groups the prompt of each judgement
/// @param choices by size and judgement, 0 to 1
/// @param withRules the same with rules
record Outcomes(int[] sizes, List<String> groups, double[][] choices, double[][] withRules) {
    private static final int DRAWS = 1000;

    /// Stands for infinity while quantiles are interpolated.
    private static final double BEYOND = 1e9;

    Estimate accuracy(double[] right, long seed) {
        return interval(items -> mean(right, items), seed);
    }

    Estimate difference(int size, long seed) {
        return interval(items -> mean(withRules[size], items) - mean(choices[size], items), seed);
    }

    Worth worth(int size, long seed) {
        Estimate without = interval(items -> needed(mean(withRules[size], items), items), seed);
        return new Worth(
                sizes[size],
                finite(without.value()),
                finite(without.low()),
                finite(without.high()));
    }

    private double finite(double needed) {
        return needed > sizes[sizes.length - 1] ? Double.POSITIVE_INFINITY : needed;
    }

    /// Comparisons without rules whose accuracy reaches the wanted one, the curve taken as its
    /// running maximum.
    private double needed(double wanted, int[] items) {
        double before = mean(choices[0], items);
        if (before >= wanted) {
            return sizes[0];
        }
        for (int s = 1; s < sizes.length; s++) {
            double reached = mean(choices[s], items);
            if (reached >= wanted) {
                double share = (wanted - before) / (reached - before);
                return sizes[s - 1] * Math.pow((double) sizes[s] / sizes[s - 1], share);
            }
            before = Math.max(before, reached);
        }
        return BEYOND;
    }

    private Estimate interval(ToDoubleFunction<int[]> figure, long seed) {
        return new Bootstrap(groups, DRAWS, new Random(seed)).interval(figure);
    }

    private static double mean(double[] of, int[] items) {
        return Arrays.stream(items).mapToDouble(i -> of[i]).average().orElse(Double.NaN);
    }
}
