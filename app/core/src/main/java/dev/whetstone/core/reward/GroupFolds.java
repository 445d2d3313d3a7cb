package dev.whetstone.core.reward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/// Assigns whole groups to folds.
public final class GroupFolds {
    private GroupFolds() {}

    /// The fold of each item, 0..folds-1: groups shuffled by the seed and dealt out in turn.
    public static int[] of(List<String> groups, int folds, long seed) {
        List<String> distinct = new ArrayList<>(new TreeSet<>(groups));
        Collections.shuffle(distinct, new Random(seed));
        Map<String, Integer> fold = new HashMap<>();
        for (int g = 0; g < distinct.size(); g++) {
            fold.put(distinct.get(g), g % folds);
        }
        return groups.stream().mapToInt(g -> fold.getOrDefault(g, 0)).toArray();
    }
}
