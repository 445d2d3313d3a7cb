package dev.whetstone.core.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Folds that part no group, with about the same share of each sort, drawn from a fixed seed.
final class Folds {
    private static final long SEED = 20_260_421;

    private final int[] fold;
    private final int count;

    /// @param most folds; fewer where the rarer sort has fewer texts
    Folds(Marked marked, int most) {
        this.count = Math.max(2, Math.min(most, marked.rarer()));
        this.fold = new int[marked.size()];
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < fold.length; i++) {
            groups.computeIfAbsent(marked.groups().get(i), _ -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> order = new ArrayList<>(groups.values());
        Collections.shuffle(order, new Random(SEED));
        // large groups first, so that small ones even the folds out
        order.sort((a, b) -> b.size() - a.size());
        int[][] filled = new int[count][2];
        for (List<Integer> group : order) {
            int yes = 0;
            for (int place : group) {
                yes += marked.is()[place] ? 1 : 0;
            }
            int sort = 2 * yes >= group.size() ? 1 : 0;
            int to = emptiest(filled, sort);
            filled[to][1] += yes;
            filled[to][0] += group.size() - yes;
            for (int place : group) {
                fold[place] = to;
            }
        }
    }

    /// The fold with the fewest texts of a sort, of these the one with the fewest texts.
    private static int emptiest(int[][] filled, int sort) {
        int best = 0;
        for (int f = 1; f < filled.length; f++) {
            int fewer = filled[f][sort] - filled[best][sort];
            int all = filled[f][0] + filled[f][1] - filled[best][0] - filled[best][1];
            if (fewer < 0 || (fewer == 0 && all < 0)) {
                best = f;
            }
        }
        return best;
    }

    int count() {
        return count;
    }

    List<Integer> inside(int number) {
        return places(number, true);
    }

    List<Integer> outside(int number) {
        return places(number, false);
    }

    private List<Integer> places(int number, boolean inside) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < fold.length; i++) {
            if ((fold[i] == number) == inside) {
                places.add(i);
            }
        }
        return places;
    }
}
