package dev.whetstone.core.reward.curve;

import dev.whetstone.core.reward.GroupFolds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// One fold of judged prompts held out of everything.
///
/// @param held judged rows of the held-out prompts
/// @param training all rows of other prompts
/// @param order judged comparisons of other prompts, in the order in which they are learned
///     from; more comparisons begin with the same ones
record Split(int[] held, int[] training, List<String> order) {

    /// Every fold of every repeat. Rows of prompts that nobody judged train in each.
    static List<Split> all(CurveData data, CurveSettings settings) {
        int[] judged = IntStream.range(0, data.texts().size()).filter(data::judged).toArray();
        List<String> groups =
                IntStream.of(judged).mapToObj(row -> data.texts().pair(row).group()).toList();
        int folds = (int) Math.min(settings.folds(), groups.stream().distinct().count());
        List<Split> splits = new ArrayList<>();
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            long seed = settings.seed() + repeat;
            int[] fold = GroupFolds.of(groups, folds, seed);
            for (int k = 0; k < folds; k++) {
                int held = k;
                int[] out =
                        IntStream.range(0, judged.length)
                                .filter(i -> fold[i] == held)
                                .map(i -> judged[i])
                                .toArray();
                splits.add(of(data, out, new Random(seed * folds + k)));
            }
        }
        return splits;
    }

    private static Split of(CurveData data, int[] held, Random random) {
        Set<String> out = new LinkedHashSet<>();
        IntStream.of(held).forEach(row -> out.add(data.texts().pair(row).group()));
        int[] training =
                IntStream.range(0, data.texts().size())
                        .filter(row -> !out.contains(data.texts().pair(row).group()))
                        .toArray();
        Set<String> comparisons = new LinkedHashSet<>();
        IntStream.of(training)
                .filter(data::judged)
                .forEach(row -> comparisons.add(data.comparisons().get(row)));
        List<String> order = new ArrayList<>(comparisons);
        Collections.shuffle(order, random);
        return new Split(held, training, List.copyOf(order));
    }

    Set<String> first(int comparisons) {
        return new LinkedHashSet<>(order.subList(0, comparisons));
    }
}
