package dev.whetstone.core.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Percentile bootstrap that draws whole groups (all pairs of a prompt) with replacement, so that
/// pairs of one prompt do not count as independent evidence.
public final class Bootstrap {
    private final List<int[]> groups;
    private final int draws;
    private final RandomGenerator random;

    /// @param groups the group of each item
    /// @param draws at least 100
    public Bootstrap(List<?> groups, int draws, RandomGenerator random) {
        if (draws < 100) {
            throw new IllegalArgumentException("a bootstrap needs at least 100 draws");
        }
        Map<Object, IntStream.Builder> members = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            members.computeIfAbsent(groups.get(i), g -> IntStream.builder()).add(i);
        }
        this.groups = members.values().stream().map(b -> b.build().toArray()).toList();
        this.draws = draws;
        this.random = random;
    }

    /// The statistic of all items with its 95 % interval. For a paired comparison let the
    /// statistic be the difference of two figures of the same items.
    public Estimate interval(ToDoubleFunction<int[]> statistic) {
        if (groups.isEmpty()) {
            return Estimate.UNDEFINED;
        }
        int[] all = groups.stream().flatMapToInt(Arrays::stream).toArray();
        double[] values = new double[draws];
        for (int d = 0; d < draws; d++) {
            values[d] =
                    statistic.applyAsDouble(
                            IntStream.range(0, groups.size())
                                    .mapToObj(g -> groups.get(random.nextInt(groups.size())))
                                    .flatMapToInt(Arrays::stream)
                                    .toArray());
        }
        Arrays.sort(values);
        return new Estimate(
                statistic.applyAsDouble(all), quantile(values, 0.025), quantile(values, 0.975));
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
