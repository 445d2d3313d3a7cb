package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /// A production of which some parts were found. The last one knows those before it.
    ///
    /// @param begun what is begun of it in the cell that is being filled, by number of parts
    /// @param order of discovery in its cell
    private record Partial(
            Production production,
            Begun[] begun,
            @Nullable Partial before,
            @Nullable Item last,
            int size,
            double cost,
            int order) {
        Category next() {
            return production.parts().get(size);
        }

        List<Item> with(Item item) {
            Item[] parts = new Item[size + 1];
            parts[size] = item;
            for (Partial at = this; at.last != null && at.before != null; at = at.before) {
                parts[at.size - 1] = at.last;
            }
            return List.of(parts);
        }
    }

    /// The cheapest begun productions of one kind and length, the first found before the others
    /// of its cost. There are many more than are kept.
    private static final class Begun {
        private final List<Partial> kept = new ArrayList<>(PARTIAL_BEAM);

        boolean takes(double cost) {
            return kept.size() < PARTIAL_BEAM || cost < kept.getLast().cost();
        }

        void add(Partial partial) {
            int at = kept.size();
            while (at > 0 && kept.get(at - 1).cost() > partial.cost()) {
                at--;
            }
            kept.add(at, partial);
            if (kept.size() > PARTIAL_BEAM) {
                kept.removeLast();
            }
        }
    }

    private record Key(Category category, Meaning meaning) {}

    /// What one stretch of words can be.
    private static final class Cell {
        /// In order of discovery, so that equal costs are settled the same way every time.
        final Map<Key, Item> items = new LinkedHashMap<>();
        List<Partial> partials = List.of();
        /// For each category the partials that want it next, by their places in the list.
        final Map<Category, int[]> wanting = new EnumMap<>(Category.class);
        Map<Category, List<Item>> byCategory = new EnumMap<>(Category.class);

        boolean add(Item item) {
            Key key = new Key(item.category(), item.meaning());
            Item known = items.putIfAbsent(key, item);
            if (known == null) {
                return true;
            }
            if (known.cost() <= item.cost()) {
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
        }

        /// @param cheapest first
        void keep(List<Partial> cheapest) {
            partials = cheapest;
            Map<Category, List<Integer>> places = new EnumMap<>(Category.class);
            for (int i = 0; i < cheapest.size(); i++) {
                places.computeIfAbsent(cheapest.get(i).next(), c -> new ArrayList<>()).add(i);
            }
            places.forEach(
                    (category, list) ->
                            wanting.put(
                                    category, list.stream().mapToInt(Integer::intValue).toArray()));
        }

        /// Partials that want one of the categories next, cheapest first.
        int[] wanting(Set<Category> categories) {
            return categories.stream()
                    .map(wanting::get)
                    .filter(Objects::nonNull)
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .toArray();
        }
    }

    private final int length;
    private final double[] skipCost;
    private final boolean[] skipIsSilent;
    private final Cell[][] cells;
    private final Map<Category, List<Partial>> startingWith = new EnumMap<>(Category.class);
    /// What is begun in the cell that is being filled.
    private final List<Begun> inCell = new ArrayList<>();
    private int found;

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
                    .add(
                            new Partial(
                                    production,
                                    new Begun[production.parts().size()],
                                    null,
                                    null,
                                    0,
                                    production.cost(),
                                    0));
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
            Cell left = cells[from][mid];
            Map<Category, List<Item>> right = cells[mid][to].byCategory;
            for (int place : left.wanting(right.keySet())) {
                Partial partial = left.partials.get(place);
                for (Item item : right.getOrDefault(partial.next(), List.of())) {
                    advance(partial, item, cell, agenda);
                }
            }
        }
        passOver(from, to, cell, agenda);
        for (int next = 0; next < agenda.size(); next++) {
            Item item = agenda.get(next);
            for (Partial begin : startingWith.getOrDefault(item.category(), List.of())) {
                advance(begin, item, cell, agenda);
            }
        }
        cell.prune();
        cell.keep(
                inCell.stream()
                        .flatMap(kept -> kept.kept.stream())
                        .sorted(
                                Comparator.comparingDouble(Partial::cost)
                                        .thenComparingInt(Partial::order))
                        .toList());
        inCell.forEach(kept -> kept.kept.clear());
        inCell.clear();
    }

    /// Keeps the production as begun by one part more, if it is among the cheapest.
    private void begin(Partial before, Item item, double cost) {
        int size = before.size() + 1;
        Begun same = before.begun()[size];
        if (same == null) {
            same = new Begun();
            before.begun()[size] = same;
        }
        if (same.takes(cost)) {
            if (same.kept.isEmpty()) {
                inCell.add(same);
            }
            same.add(
                    new Partial(
                            before.production(),
                            before.begun(),
                            before,
                            item,
                            size,
                            cost,
                            found++));
        }
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
        double cost = partial.cost() + item.cost();
        if (partial.size() + 1 < partial.production().parts().size()) {
            begin(partial, item, cost);
            return;
        }
        List<Item> parts = partial.with(item);
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
