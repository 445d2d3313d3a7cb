package dev.whetstone.services.rules.book;

import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Revision;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;

/// One rule of a book.
///
/// @param support what it does on the project, whatever its state
/// @param authors everybody who wrote a version of it, the first first
/// @param family names of the rules that it is counted as one with; empty without a family
/// @param right pairs that it decides as was chosen, some
/// @param wrong pairs that it decides otherwise, some
/// @param lists names of the word lists that it uses
/// @param history newest first
record BookEntry(
        RuleRow row,
        Support support,
        List<String> authors,
        List<String> family,
        List<Decided> right,
        List<Decided> wrong,
        List<String> lists,
        List<Revision> history) {
    BookEntry {
        authors = List.copyOf(authors);
        family = List.copyOf(family);
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
        lists = List.copyOf(lists);
        history = List.copyOf(history);
    }

    /// @param fires pairs on which it votes, of `pairs`
    /// @param right choices that it votes for, `wrong` against
    record Support(int fires, int pairs, int right, int wrong) {}
}
