package dev.whetstone.services.explain;

import java.util.List;

/// What an explanation was understood as.
///
/// @param candidates best first; empty when it is no rule
/// @param questions at most one is asked at a time
public record Understanding(
        String text, List<Word> words, List<Candidate> candidates, List<Question> questions) {
    public Understanding {
        words = List.copyOf(words);
        candidates = List.copyOf(candidates);
        questions = List.copyOf(questions);
    }

    public static Understanding nothing(String text) {
        return new Understanding(text, List.of(), List.of(), List.of());
    }
}
