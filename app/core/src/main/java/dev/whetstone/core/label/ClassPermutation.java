package dev.whetstone.core.label;

import java.util.ArrayList;
import java.util.List;

/// Which column of a label model is which class: classes with equal priors can be exchanged without
/// changing the loss, and are put so that functions are right as often as possible.
final class ClassPermutation {
    private static final int MAX_CLASSES = 8;

    private ClassPermutation() {}

    /// Reorders the columns of `mu` in place, within groups of classes whose priors agree to three
    /// decimals, so that Σ_j,y P(λ_j = y, Y = y) is largest. Tries all orders: at most 8 classes.
    static void apply(double[][] mu, double[] balance) {
        int k = balance.length;
        if (k > MAX_CLASSES) {
            throw new IllegalArgumentException("the label model takes at most 8 classes, not " + k);
        }
        double[][] gain = new double[k][k];
        for (int a = 0; a < mu.length; a++) {
            for (int y = 0; y < k; y++) {
                gain[a % k][y] += mu[a][y] * balance[y];
            }
        }
        int[] source = new int[k];
        boolean[] placed = new boolean[k];
        for (int y = 0; y < k; y++) {
            if (!placed[y]) {
                List<Integer> group = new ArrayList<>();
                for (int z = y; z < k; z++) {
                    if (Math.rint(balance[z] * 1000) == Math.rint(balance[y] * 1000)) {
                        group.add(z);
                        placed[z] = true;
                    }
                }
                List<Integer> order = best(group, new ArrayList<>(), gain);
                for (int g = 0; g < group.size(); g++) {
                    source[group.get(g)] = order.get(g);
                }
            }
        }
        for (double[] row : mu) {
            double[] old = row.clone();
            for (int y = 0; y < k; y++) {
                row[y] = old[source[y]];
            }
        }
    }

    private static List<Integer> best(List<Integer> group, List<Integer> chosen, double[][] gain) {
        if (chosen.size() == group.size()) {
            return List.copyOf(chosen);
        }
        List<Integer> best = List.of();
        for (int candidate : group) {
            if (!chosen.contains(candidate)) {
                chosen.add(candidate);
                List<Integer> order = best(group, chosen, gain);
                if (best.isEmpty() || total(group, order, gain) > total(group, best, gain)) {
                    best = order;
                }
                chosen.removeLast();
            }
        }
        return best;
    }

    private static double total(List<Integer> group, List<Integer> order, double[][] gain) {
        double sum = 0;
        for (int g = 0; g < group.size(); g++) {
            sum += gain[group.get(g)][order.get(g)];
        }
        return sum;
    }
}
