package dev.whetstone.core.label.compare;

import dev.whetstone.core.label.Gold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Some pairs taken as judged, and those that share no group with them.
///
/// @param heldOut rows, ascending
record Draw(Gold judged, int[] heldOut) {
    /// @param count how many to judge
    /// @throws IllegalArgumentException when no pair would be held out
    static Draw of(KnownPairs pairs, int count, long seed) {
        int n = pairs.answers().length;
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        double[] known = new double[n];
        Arrays.fill(known, Double.NaN);
        Set<String> seen = new HashSet<>();
        for (int row : order.subList(0, Math.min(count, n))) {
            known[row] = pairs.answers()[row];
            seen.add(pairs.groups().get(row));
        }
        int[] rest =
                IntStream.range(0, n).filter(i -> !seen.contains(pairs.groups().get(i))).toArray();
        if (rest.length == 0) {
            throw new IllegalArgumentException(
                    "with " + count + " of " + n + " pairs judged none is left to measure on");
        }
        return new Draw(new Gold(known, Set.of()), rest);
    }
}
