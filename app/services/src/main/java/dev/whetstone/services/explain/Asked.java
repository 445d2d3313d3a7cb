package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.text.Spans;
import dev.whetstone.services.judge.Showing;
import java.util.List;
import java.util.UUID;

/// One question about a saved sentence that has two meanings: which of the two replies of a pair
/// is better, on which the meanings part?
///
/// @param comparisonId the comparison that the sentence explains
/// @param number its place among what this person has seen, from 1
/// @param words what became of each word
/// @param showing the deciding pair's comparison as this person sees it
/// @param inA what the two meanings look for, where the pair's `a` has it; `inB` likewise
public record Asked(
        UUID comparisonId,
        int number,
        Explanation explanation,
        List<Word> words,
        Deciding deciding,
        Showing showing,
        Spans inA,
        Spans inB) {
    public Asked {
        words = List.copyOf(words);
    }
}
