package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A bottom-up chart with a beam. Cells are filled by growing length; each holds, for a stretch of
/// words, the cheapest constituents with different meanings, and the productions begun there.
///
/// A word may be passed over beside a phrase: function words for little, content words for so much
/// that such a reading wins only where no other exists (and it is never accepted silently).
final class Chart {
    private static final int BEAM = 30;
    /// Begun productions kept for each production and number of parts.
    private static final int PARTIAL_BEAM = 8;

    /// Phrases beside which a word may be passed over.
    private static final Set<Category> ABSORBING =
            Set.of(Category.NP, Category.VP, Category.CLAUSE, Category.STATEMENT);

    private record Partial(Production production, List<Item> parts, double cost) {
        Category next() {
            return production.parts().get(parts.size());
        }
    }

    private record Key(Category category, Meaning meaning) {}

    /// What one stretch of words can be.
    private static final class Cell {
        /// In order of discovery, so that equal costs are settled the same way every time.
        final Map<Key, Item> items = new LinkedHashMap<>();
        final List<Partial> partials = new ArrayList<>();
        Map<Category, List<Item>> byCategory = new EnumMap<>(Category.class);

        boolean add(Item item) {
            Key key = new Key(item.category(), item.meaning());
            Item known = items.get(key);
            if (known != null && known.cost() <= item.cost()) {
                return false;
            }
            items.put(key, item);
            return true;
        }

        void prune() {
            byCategory = new EnumMap<>(Category.class);
            for (Item item : items.values()) {
                byCategory.computeIfAbsent(item.category(), c -> new ArrayList<>()).add(item);
            }
            byCategory.replaceAll(
                    (category, list) ->
                            list.stream()
                                    .sorted(Comparator.comparingDouble(Item::cost))
                                    .limit(BEAM)
                                    .toList());
            Map<List<Object>, Integer> begun = new HashMap<>();
            partials.sort(Comparator.comparingDouble(Partial::cost));
            partials.removeIf(
                    partial ->
                            begun.merge(
                                            List.of(
                                                    System.identityHashCode(partial.production()),
                                                    partial.parts().size()),
                                            1,
                                            Integer::sum)
                                    > PARTIAL_BEAM);
        }
    }

    private final int length;
    private final double[] skipCost;
    private final boolean[] skipIsSilent;
    private final Cell[][] cells;
    private final Map<Category, List<Production>> startingWith = new EnumMap<>(Category.class);

    /// @param skipCost cost of passing over each word
    /// @param skipIsSilent whether passing over the word needs no mention (fillers, punctuation)
    Chart(List<Production> productions, double[] skipCost, boolean[] skipIsSilent) {
        this.length = skipCost.length;
        this.skipCost = skipCost.clone();
        this.skipIsSilent = skipIsSilent.clone();
        this.cells = new Cell[length + 1][length + 1];
        for (int i = 0; i < length; i++) {
            for (int j = i + 1; j <= length; j++) {
                cells[i][j] = new Cell();
            }
        }
        for (Production production : productions) {
            startingWith
                    .computeIfAbsent(production.parts().getFirst(), c -> new ArrayList<>())
                    .add(production);
        }
    }

    void addLeaf(int from, int to, Item item) {
        cells[from][to].add(item);
    }

    /// Fills the chart and returns the constituents of `goal` over all words, cheapest first.
    List<Item> parse(Category goal) {
        for (int span = 1; span <= length; span++) {
            for (int from = 0; from + span <= length; from++) {
                fill(from, from + span);
            }
        }
        Collection<Item> whole = cells[0][length].byCategory.getOrDefault(goal, List.of());
        return List.copyOf(whole);
    }

    private void fill(int from, int to) {
        Cell cell = cells[from][to];
        List<Item> agenda = new ArrayList<>(cell.items.values());
        for (int mid = from + 1; mid < to; mid++) {
            for (Partial partial : cells[from][mid].partials) {
                for (Item item :
                        cells[mid][to].byCategory.getOrDefault(partial.next(), List.of())) {
                    advance(partial, item, cell, agenda);
                }
            }
        }
        passOver(from, to, cell, agenda);
        for (int next = 0; next < agenda.size(); next++) {
            Item item = agenda.get(next);
            for (Production production : startingWith.getOrDefault(item.category(), List.of())) {
                advance(new Partial(production, List.of(), production.cost()), item, cell, agenda);
            }
        }
        cell.prune();
    }

    private void passOver(int from, int to, Cell cell, List<Item> agenda) {
        if (to - from < 2) {
            return;
        }
        for (Item item : absorbing(cells[from][to - 1])) {
            offer(skip(item, to - 1), cell, agenda);
        }
        for (Item item : absorbing(cells[from + 1][to])) {
            offer(skip(item, from), cell, agenda);
        }
    }

    private List<Item> absorbing(Cell cell) {
        List<Item> found = new ArrayList<>();
        ABSORBING.forEach(c -> found.addAll(cell.byCategory.getOrDefault(c, List.of())));
        return found;
    }

    private Item skip(Item item, int word) {
        long skipped = skipIsSilent[word] ? item.skipped() : item.skipped() | 1L << word;
        return new Item(
                item.category(),
                item.meaning(),
                item.cost() + skipCost[word],
                skipped,
                item.justification(),
                item.guessed());
    }

    private void advance(Partial partial, Item item, Cell cell, List<Item> agenda) {
        List<Item> parts = new ArrayList<>(partial.parts());
        parts.add(item);
        double cost = partial.cost() + item.cost();
        if (parts.size() < partial.production().parts().size()) {
            cell.partials.add(new Partial(partial.production(), parts, cost));
            return;
        }
        long skipped = 0;
        long justification = 0;
        long guessed = 0;
        for (Item part : parts) {
            skipped |= part.skipped();
            justification |= part.justification();
            guessed |= part.guessed();
        }
        List<Meaning> meanings = parts.stream().map(Item::meaning).toList();
        for (Meaning meaning : partial.production().combine().apply(meanings)) {
            offer(
                    new Item(
                            partial.production().result(),
                            meaning,
                            cost,
                            skipped,
                            justification,
                            guessed),
                    cell,
                    agenda);
        }
    }

    private static void offer(Item item, Cell cell, List<Item> agenda) {
        if (cell.add(item)) {
            agenda.add(item);
        }
    }
}
