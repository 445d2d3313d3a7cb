package dev.whetstone.services.rules.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a rule book says, before it is written as HTML or Markdown.
///
/// @param project its name
/// @param made when the book was made
/// @param pairs all pairs of replies of the project
/// @param judged pairs on which somebody chose
/// @param experts who judged
/// @param entries active rules first, each kind in order of creation
/// @param lists the word lists that the rules use, with their entries
record RuleBook(
        String project,
        Instant made,
        long pairs,
        long judged,
        List<String> experts,
        List<BookEntry> entries,
        Map<String, List<String>> lists) {
    RuleBook {
        experts = List.copyOf(experts);
        entries = List.copyOf(entries);
    }
}
