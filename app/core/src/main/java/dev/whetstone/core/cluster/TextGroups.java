package dev.whetstone.core.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Texts in as many groups as their vectors have: of 2 to the most allowed, the smallest
/// number whose mean silhouette ([SphericalKMeans#silhouette]) is at least nine tenths of the
/// greatest; one group where even the greatest is below .05.
///
/// @param groupOf each text's group; group 0 is the largest
/// @param nearest by group, its texts, those nearest to its centre first
/// @param silhouette of the number taken; 0 for one group
public record TextGroups(int[] groupOf, List<List<Integer>> nearest, double silhouette) {
    private static final double LEAST_SILHOUETTE = .05;
    private static final double NEARLY_BEST = .9;
    private static final long SEED = 20_240_607;

    /// Texts a group should have at the least, on average.
    private static final int LEAST_TEXTS = 4;

    public TextGroups {
        nearest = nearest.stream().map(List::copyOf).toList();
    }

    /// The same texts in another order give the same groups.
    ///
    /// @param texts all different
    /// @param rows their vectors, of unit length
    /// @param most groups
    /// @param betweenTrials called before each number of groups that is tried; may throw to end it
    public static TextGroups of(
            List<String> texts, float[][] rows, int most, Runnable betweenTrials) {
        int n = texts.size();
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparing(texts::get));
        float[][] sorted = new float[n][];
        Arrays.setAll(sorted, i -> rows[order[i]]);
        if (n == 0) {
            return new TextGroups(new int[0], List.of(), 0);
        }
        List<SphericalKMeans> trials = new ArrayList<>();
        for (int k = 2; k <= Math.min(most, n / LEAST_TEXTS); k++) {
            betweenTrials.run();
            trials.add(SphericalKMeans.of(sorted, k, SEED));
        }
        double[] silhouettes = trials.stream().mapToDouble(t -> t.silhouette(sorted)).toArray();
        double greatest = Arrays.stream(silhouettes).max().orElse(0);
        int taken = 0;
        while (taken < silhouettes.length && silhouettes[taken] < NEARLY_BEST * greatest) {
            taken++;
        }
        if (greatest < LEAST_SILHOUETTE) {
            return named(SphericalKMeans.of(sorted, 1, SEED), sorted, order, 0);
        }
        return named(trials.get(taken), sorted, order, silhouettes[taken]);
    }

    private static TextGroups named(
            SphericalKMeans groups, float[][] sorted, Integer[] order, double silhouette) {
        List<List<Integer>> members = new ArrayList<>();
        for (int g = 0; g < groups.groups(); g++) {
            int group = g;
            members.add(
                    IntStream.range(0, sorted.length)
                            .filter(i -> groups.groupOf()[i] == group)
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                            i ->
                                                    -SphericalKMeans.dot(
                                                            sorted[i], groups.centres()[group])))
                            .toList());
        }
        members.sort(Comparator.comparingInt((List<Integer> group) -> -group.size()));
        int[] groupOf = new int[sorted.length];
        List<List<Integer>> nearest = new ArrayList<>();
        for (int g = 0; g < members.size(); g++) {
            List<Integer> original = members.get(g).stream().map(i -> order[i]).toList();
            for (int text : original) {
                groupOf[text] = g;
            }
            nearest.add(original);
        }
        return new TextGroups(groupOf, nearest, silhouette);
    }

    public int groups() {
        return nearest.size();
    }
}
