package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one stretch of words holds of the parts of a [Prefix]: the cheapest ways to find them, the
/// first found before the others of its cost. There are many more than are kept.
final class Begun {
    private static final int MOST = 8;

    /// Parts that were found, side by side. The last one knows those before it.
    record Parts(@Nullable Parts before, Item last, int size, double cost) {
        List<Meaning> meanings() {
            Meaning[] meanings = new Meaning[size];
            for (Parts at = this; at != null; at = at.before) {
                meanings[at.size - 1] = at.last.meaning();
            }
            return List.of(meanings);
        }

        /// An item of the words of all parts.
        Item make(Category category, Meaning meaning, double itemCost) {
            long skipped = 0;
            long justification = 0;
            long guessed = 0;
            for (Parts at = this; at != null; at = at.before) {
                skipped |= at.last.skipped();
                justification |= at.last.justification();
                guessed |= at.last.guessed();
            }
            return new Item(category, meaning, itemCost, skipped, justification, guessed);
        }
    }

    private final Prefix prefix;
    private final List<Parts> kept = new ArrayList<>(MOST);

    Begun(Prefix prefix) {
        this.prefix = prefix;
    }

    Prefix prefix() {
        return prefix;
    }

    /// Cheapest first.
    List<Parts> kept() {
        return kept;
    }

    boolean takes(double cost) {
        return kept.size() < MOST || cost < kept.getLast().cost();
    }

    void add(Parts parts) {
        int at = kept.size();
        while (at > 0 && kept.get(at - 1).cost() > parts.cost()) {
            at--;
        }
        kept.add(at, parts);
        if (kept.size() > MOST) {
            kept.removeLast();
        }
    }
}
