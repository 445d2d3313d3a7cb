package dev.whetstone.core.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What a stretch of words may turn out to be, cheapest first; of equal costs what was found first.
/// Only what is asked for is made: of the many last parts that complete a production the next
/// dearer one is looked at once the one before it was.
final class Candidates {
    /// Makes the constituents of a list one after the other.
    private sealed interface Source {
        record Leaf(Item item) implements Source {}

        /// One of the items, with a word passed over beside it.
        record Skipping(List<Item> items, int at, double skipCost, long bits) implements Source {}

        /// The parts found, completed by one of the items.
        record Completing(
                Production production, Begun.@Nullable Parts parts, List<Item> items, int at)
                implements Source {}
    }

    private record Candidate(Category category, Source source, double cost, int order)
            implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return cost == other.cost
                    ? Integer.compare(order, other.order)
                    : Double.compare(cost, other.cost);
        }
    }

    private final PriorityQueue<Candidate> queue = new PriorityQueue<>();
    /// Meanings that were made of the candidate before this one.
    private final Deque<Item> made = new ArrayDeque<>();
    private final double bound;
    private int found;

    /// @param bound dearer ones are not looked at
    Candidates(double bound) {
        this.bound = bound;
    }

    void addLeaf(Item item) {
        add(item.category(), new Source.Leaf(item), item.cost(), found++);
    }

    void addSkipping(Category category, List<Item> items, double skipCost, long bits) {
        Source source = new Source.Skipping(items, 0, skipCost, bits);
        add(category, source, items.getFirst().cost() + skipCost, found++);
    }

    /// @param parts all but the last part; null where there is only one
    /// @param items for the last part, cheapest first
    void addCompleting(Production production, Begun.@Nullable Parts parts, List<Item> items) {
        addCompleting(production, parts, items, 0, found++);
    }

    private void addCompleting(
            Production production,
            Begun.@Nullable Parts parts,
            List<Item> items,
            int at,
            int order) {
        double before = parts == null ? 0 : parts.cost();
        double cost = before + items.get(at).cost() + production.cost();
        add(production.result(), new Source.Completing(production, parts, items, at), cost, order);
    }

    private void add(Category category, Source source, double cost, int order) {
        if (cost <= bound) {
            queue.add(new Candidate(category, source, Chart.rounded(cost), order));
        }
    }

    /// The next one of a category that the cell still has room for; null when there are no more.
    @Nullable Item next(Cell cell) {
        while (true) {
            if (!made.isEmpty()) {
                return made.removeFirst();
            }
            Candidate cheapest = queue.poll();
            if (cheapest == null) {
                return null;
            }
            if (!cell.isFull(cheapest.category())) {
                make(cheapest);
            }
        }
    }

    private void make(Candidate candidate) {
        double cost = candidate.cost();
        switch (candidate.source()) {
            case Source.Leaf(var item) -> made.add(item);
            case Source.Skipping(var items, var at, var skipCost, var bits) -> {
                made.add(items.get(at).passing(bits, cost));
                if (at + 1 < items.size()) {
                    Source further = new Source.Skipping(items, at + 1, skipCost, bits);
                    double dearer = items.get(at + 1).cost() + skipCost;
                    add(candidate.category(), further, dearer, candidate.order());
                }
            }
            case Source.Completing(var production, var parts, var items, var at) -> {
                int size = parts == null ? 1 : parts.size() + 1;
                Begun.Parts whole = new Begun.Parts(parts, items.get(at), size, cost);
                for (Meaning meaning : production.combine().apply(whole.meanings())) {
                    made.add(whole.make(production.result(), meaning, cost));
                }
                if (at + 1 < items.size()) {
                    addCompleting(production, parts, items, at + 1, candidate.order());
                }
            }
        }
    }
}
