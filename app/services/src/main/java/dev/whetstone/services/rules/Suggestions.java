package dev.whetstone.services.rules;

import java.util.List;
import java.util.UUID;

/// What was mined from the choices that no active rule explains.
///
/// @param choices judged pairs with a preferred side
/// @param unexplained those on which no active rule votes for the preferred side
/// @param tested patterns that were held against the choices
/// @param contrary patterns that passed the test and are left out, because they say the
///     opposite of a rule that votes or waits
/// @param added new suggestions, the one that explains most first; they do not vote
public record Suggestions(
        int choices, int unexplained, int tested, int contrary, List<Suggestion> added) {
    public Suggestions {
        added = List.copyOf(added);
    }

    /// A rule that is held as a suggestion.
    ///
    /// @param question what a person is asked, in plain words, with what speaks for it
    /// @param right questions on which it agrees with the choices, explained ones included
    /// @param wrong questions on which it disagrees
    /// @param p exact two-sided sign test over these questions
    /// @param q share of chance findings to expect when everything up to this one is kept
    /// @param explains unexplained choices that it would explain, and no better suggestion does
    public record Suggestion(
            UUID id,
            String name,
            String rule,
            String sentence,
            String question,
            int right,
            int wrong,
            double p,
            double q,
            int explains) {}
}
