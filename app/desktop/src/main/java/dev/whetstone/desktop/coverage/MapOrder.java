package dev.whetstone.desktop.coverage;

import dev.whetstone.services.coverage.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which rules a map shows, and in which order.
final class MapOrder {
    private MapOrder() {}

    /// The rules with the most overlap with others, all where there are no more; ascending.
    static List<Integer> busiest(Shares overlaps, int most) {
        long[] totals = new long[overlaps.rules()];
        for (int j = 0; j < totals.length; j++) {
            for (int k = 0; k < totals.length; k++) {
                totals[j] += j == k ? 0 : overlaps.count(j, k);
            }
        }
        return IntStream.range(0, totals.length)
                .boxed()
                .sorted(
                        Comparator.comparingLong((Integer j) -> -totals[j])
                                .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .sorted()
                .toList();
    }

    /// Rules that vote on the same pairs beside each other: from the rule that votes most, always
    /// on to the one that is most like the last, by Jaccard's share of the pairs of both.
    static List<Integer> alike(Shares overlaps, List<Integer> rules) {
        List<Integer> left = new ArrayList<>(rules);
        List<Integer> order = new ArrayList<>();
        left.stream()
                .min(
                        Comparator.comparingInt((Integer j) -> -overlaps.count(j, j))
                                .thenComparing(Comparator.naturalOrder()))
                .ifPresent(order::add);
        left.removeAll(order);
        while (!left.isEmpty()) {
            int last = order.getLast();
            int next = left.getFirst();
            for (int rule : left) {
                next =
                        likeness(overlaps, last, rule) > likeness(overlaps, last, next)
                                ? rule
                                : next;
            }
            order.add(next);
            left.remove(Integer.valueOf(next));
        }
        return order;
    }

    private static double likeness(Shares overlaps, int a, int b) {
        int both = overlaps.count(a, b);
        int any = overlaps.count(a, a) + overlaps.count(b, b) - both;
        return any == 0 ? 0 : (double) both / any;
    }
}
