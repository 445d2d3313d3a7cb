package dev.whetstone.services.coverage;

import dev.whetstone.services.pair.PairRef;
import java.util.List;

/// Pairs that no rule votes on, in groups by what their prompts are about. Every such pair is in
/// one group, or among those whose replies are nearly the same.
///
/// @param pairs how many there are
/// @param encoder id of what said which prompts are alike: `words`, or a sentence encoder
/// @param prompts how many different ones there are
/// @param sampled of these the groups were found on so many, evenly spread; the others went where
///     their words are nearest
/// @param silhouette how well the groups are told apart, 0 to 1 ([dev.whetstone.core.cluster])
/// @param groups largest first
/// @param nearlySame pairs whose replies hardly differ: no rule can tell them apart
public record Uncovered(
        int pairs,
        String encoder,
        int prompts,
        int sampled,
        double silhouette,
        List<Group> groups,
        Group nearlySame) {
    public Uncovered {
        groups = List.copyOf(groups);
    }

    /// @param words that set it apart, most telling first; empty where none does
    /// @param pairs judged ones first, then those nearest to its centre
    /// @param choices how many of them somebody judged
    /// @param examples the first words of its most typical prompts, at most three
    /// @param firstRule a rule that its choices speak for; empty without one
    public record Group(
            List<String> words,
            List<PairRef> pairs,
            int choices,
            List<String> examples,
            String firstRule) {
        public Group {
            words = List.copyOf(words);
            pairs = List.copyOf(pairs);
            examples = List.copyOf(examples);
        }
    }
}
