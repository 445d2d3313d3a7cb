package dev.whetstone.core.explain;

import java.util.List;

/// What the parser made of an explanation. A reading that skipped a word is never the outcome
/// `RULE`: it is shown with the question.
///
/// @param readings best first, at most three; empty when nothing fits
/// @param words every word with its use in the best reading
/// @param question what is open; kind `NONE` for a rule
public record Understanding(
        Outcome outcome, List<Reading> readings, List<WordUse> words, Clarification question) {
    public enum Outcome {
        RULE,
        QUESTION,
        /// Nothing was written.
        RATIONALE
    }

    public Understanding {
        readings = List.copyOf(readings);
        words = List.copyOf(words);
    }
}
