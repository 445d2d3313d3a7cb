package dev.whetstone.core.explain;

/// A constituent: a stretch of the explanation read as a `category` that means `meaning`.
///
/// @param cost what the reading had to bend; lower is better
/// @param skipped bit i is set when word i was passed over
/// @param justification bit i is set when word i belongs to a clause that gives a reason only
/// @param guessed bit i is set when word i was read as the word that it seems to be a slip for
record Item(
        Category category,
        Meaning meaning,
        double cost,
        long skipped,
        long justification,
        long guessed) {

    static Item leaf(Category category, Meaning meaning, double cost) {
        return new Item(category, meaning, cost, 0, 0, 0);
    }

    Item guessing(int word, double extra) {
        return new Item(
                category, meaning, cost + extra, skipped, justification, guessed | 1L << word);
    }

    /// The same with words passed over beside it.
    Item passing(long words, double newCost) {
        return new Item(category, meaning, newCost, skipped | words, justification, guessed);
    }

    Item as(Category newCategory, Meaning newMeaning, double extra) {
        return new Item(newCategory, newMeaning, cost + extra, skipped, justification, guessed);
    }
}
