package dev.whetstone.core.explain;

import dev.whetstone.core.lf.Rule;
import java.util.List;

/// One way to understand an explanation.
///
/// @param rule what it comes to
/// @param also further rules that the same words give, e.g. "short and clear"
/// @param cost what the reading had to bend; lower is better
/// @param words every word with its use in this reading
public record Reading(Rule rule, List<Rule> also, double cost, List<WordUse> words) {
    public Reading {
        also = List.copyOf(also);
        words = List.copyOf(words);
    }

    /// The words that this reading took for a slip of the pen.
    public List<String> guessed() {
        return words.stream()
                .filter(word -> word.use() == WordUse.Use.GUESSED)
                .map(WordUse::text)
                .toList();
    }

    /// The content words that this reading passed over.
    public List<String> skipped() {
        return words.stream()
                .filter(word -> word.use() == WordUse.Use.SKIPPED)
                .map(WordUse::text)
                .toList();
    }
}
