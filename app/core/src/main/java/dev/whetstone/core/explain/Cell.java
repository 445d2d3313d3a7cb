package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one stretch of words can be: for each category the cheapest constituents of different
/// meanings, and the productions begun there.
final class Cell {
    private static final int BEAM = 30;
    /// Of items that pass over a content word far fewer are worth keeping: nearly all are junk.
    private static final int PASSED_OVER_BEAM = 8;

    private final Map<Category, List<Item>> items = new EnumMap<>(Category.class);
    private final Map<Category, Set<Meaning>> meanings = new EnumMap<>(Category.class);
    private final Map<Category, Integer> passedOver = new EnumMap<>(Category.class);
    private final List<Item> leaves = new ArrayList<>();
    private final List<Begun> begun = new ArrayList<>();

    void addLeaf(Item item) {
        leaves.add(item);
    }

    List<Item> leaves() {
        return leaves;
    }

    /// Cheapest first; empty when there are none.
    List<Item> items(Category category) {
        return items.getOrDefault(category, List.of());
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /// Whether dearer items of the category are of no use here.
    boolean isFull(Category category) {
        return items(category).size() >= BEAM
                || passedOver.getOrDefault(category, 0) >= PASSED_OVER_BEAM;
    }

    /// Items come cheapest first. A meaning that is there already is not taken again.
    boolean takes(Item item) {
        if (isFull(item.category())
                || !meanings.computeIfAbsent(item.category(), c -> new HashSet<>())
                        .add(item.meaning())) {
            return false;
        }
        items.computeIfAbsent(item.category(), c -> new ArrayList<>()).add(item);
        if (item.skipped() != 0) {
            passedOver.merge(item.category(), 1, Integer::sum);
        }
        return true;
    }

    void clear() {
        items.clear();
        meanings.clear();
        passedOver.clear();
        begun.clear();
    }

    /// In order of discovery.
    List<Begun> begun() {
        return begun;
    }
}
