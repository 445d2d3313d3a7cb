package dev.whetstone.core.explain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A bottom-up chart with a beam. Cells are filled by growing length; each holds, for a stretch of
/// words, the cheapest constituents with different meanings, and the productions begun there.
/// Within a cell constituents are made cheapest first, and no more than the beam keeps.
///
/// A word may be passed over beside a phrase: function words for little, content words for so much
/// that such a reading wins only where no other exists (and it is never accepted silently).
final class Chart {
    /// Phrases beside which a word may be passed over.
    private static final Set<Category> ABSORBING =
            Set.of(Category.NP, Category.VP, Category.CLAUSE, Category.STATEMENT);

    private final Prefix.Tree productions;
    private final int length;
    private final double[] skipCost;
    private final boolean[] skipIsSilent;
    private final Cell[][] cells;
    /// What is begun in the cell that is being filled, by the number of the prefix.
    private final @Nullable Begun[] inCell;
    private double bound;

    /// @param skipCost cost of passing over each word
    /// @param skipIsSilent whether passing over the word needs no mention (fillers, punctuation)
    Chart(Prefix.Tree productions, double[] skipCost, boolean[] skipIsSilent) {
        this.productions = productions;
        this.length = skipCost.length;
        this.skipCost = skipCost.clone();
        this.skipIsSilent = skipIsSilent.clone();
        this.inCell = new Begun[productions.size()];
        this.cells = new Cell[length + 1][length + 1];
        for (int i = 0; i < length; i++) {
            for (int j = i + 1; j <= length; j++) {
                cells[i][j] = new Cell();
            }
        }
    }

    void addLeaf(int from, int to, Item item) {
        cells[from][to].addLeaf(item);
    }

    /// Fills the chart with what costs no more than `most`, and returns the constituents of `goal`
    /// over all words, cheapest first. What is found does not depend on `most`, only where it ends.
    List<Item> parse(Category goal, double most) {
        bound = most;
        for (int span = 1; span <= length; span++) {
            for (int from = 0; from + span <= length; from++) {
                fill(from, from + span);
            }
        }
        return List.copyOf(cells[0][length].items(goal));
    }

    /// Sums of the same costs in another order are the same sum.
    static double rounded(double cost) {
        return Math.rint(cost * 1e6) / 1e6;
    }

    private void fill(int from, int to) {
        Cell cell = cells[from][to];
        cell.clear();
        Candidates candidates = new Candidates(bound);
        cell.leaves().forEach(candidates::addLeaf);
        for (int mid = from + 1; mid < to; mid++) {
            Cell right = cells[mid][to];
            if (!right.isEmpty()) {
                for (Begun begun : cells[from][mid].begun()) {
                    advance(begun, right, cell, candidates);
                }
            }
        }
        if (to - from > 1) {
            passOver(cells[from][to - 1], to - 1, candidates);
            passOver(cells[from + 1][to], from, candidates);
        }
        for (Item item = candidates.next(cell); item != null; item = candidates.next(cell)) {
            if (cell.takes(item)) {
                start(item, cell, candidates);
            }
        }
        cell.begun().forEach(begun -> inCell[begun.prefix().id()] = null);
    }

    private void advance(Begun begun, Cell right, Cell cell, Candidates candidates) {
        for (Map.Entry<Category, Prefix> next : begun.prefix().next().entrySet()) {
            List<Item> items = right.items(next.getKey());
            if (!items.isEmpty()) {
                Prefix further = next.getValue();
                for (Begun.Parts parts : begun.kept()) {
                    for (Production production : further.complete()) {
                        candidates.addCompleting(production, parts, items);
                    }
                    begin(further, parts, items, cell);
                }
            }
        }
    }

    /// An item is the first part of productions, and the only part of some.
    private void start(Item item, Cell cell, Candidates candidates) {
        Prefix first = productions.first().get(item.category());
        if (first != null) {
            List<Item> only = List.of(item);
            for (Production production : first.complete()) {
                candidates.addCompleting(production, null, only);
            }
            begin(first, null, only, cell);
        }
    }

    /// Keeps the parts with each of the items as begun, those that are among the cheapest.
    private void begin(Prefix prefix, Begun.@Nullable Parts parts, List<Item> items, Cell cell) {
        if (prefix.next().isEmpty()) {
            return;
        }
        Begun begun = inCell[prefix.id()];
        double before = parts == null ? 0 : parts.cost();
        int size = parts == null ? 1 : parts.size() + 1;
        for (Item item : items) {
            double cost = rounded(before + item.cost());
            if (cost > bound || (begun != null && !begun.takes(cost))) {
                return;
            }
            if (begun == null) {
                begun = new Begun(prefix);
                inCell[prefix.id()] = begun;
                cell.begun().add(begun);
            }
            begun.add(new Begun.Parts(parts, item, size, cost));
        }
    }

    private void passOver(Cell beside, int word, Candidates candidates) {
        long bits = skipIsSilent[word] ? 0 : 1L << word;
        for (Category category : ABSORBING) {
            List<Item> items = beside.items(category);
            if (!items.isEmpty()) {
                candidates.addSkipping(category, items, skipCost[word], bits);
            }
        }
    }
}
