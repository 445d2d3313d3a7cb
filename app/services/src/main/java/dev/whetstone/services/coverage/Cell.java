package dev.whetstone.services.coverage;

import dev.whetstone.services.pair.PairRef;
import java.util.List;
import java.util.UUID;

/// A figure of the coverage screen whose pairs can be opened.
public sealed interface Cell {
    /// Pairs a rule votes on.
    record Voted(UUID rule) implements Cell {}

    /// Pairs where this rule and another vote.
    record Overlapping(UUID rule) implements Cell {}

    /// Pairs where this rule votes and some two rules disagree.
    record Conflicting(UUID rule) implements Cell {}

    record Correct(UUID rule) implements Cell {}

    record Incorrect(UUID rule) implements Cell {}

    /// Pairs where only this rule votes.
    record Alone(UUID rule) implements Cell {}

    /// Pairs whose label is another one, or none, without this rule.
    record Flipped(UUID rule) implements Cell {}

    /// Pairs where both vote.
    record Both(UUID rule, UUID other) implements Cell {}

    /// Pairs where the two disagree.
    record Against(UUID rule, UUID other) implements Cell {}

    /// All pairs of the view.
    record All() implements Cell {}

    /// Pairs that somebody judged.
    record Judged() implements Cell {}

    /// Pairs a rule votes on.
    record Covered() implements Cell {}

    /// Pairs no rule votes on.
    record Uncovered() implements Cell {}

    /// Pairs two rules or more vote on.
    record Overlapped() implements Cell {}

    /// Pairs on which some two rules disagree.
    record Disputed() implements Cell {}

    /// Judged pairs of which the label was this sure before it knew the choice: from `low` up to,
    /// but not with, `high` (with it where it is 1), as the model's max(p, 1 - p).
    record Sure(double low, double high) implements Cell {}

    /// Pairs that were grouped.
    ///
    /// @param title what they have in common
    record Group(String title, List<PairRef> pairs) implements Cell {
        public Group {
            pairs = List.copyOf(pairs);
        }
    }

    /// Pairs on which people chose differently.
    record PeopleDiffer() implements Cell {}

    /// Pairs on which these two chose differently.
    record TwoDiffer(String first, String second) implements Cell {}

    /// Comparisons that are left out of training.
    record LeftOut() implements Cell {}

    /// Pairs where the label and the expert's choice differ, widest first.
    record AgainstExperts() implements Cell {}
}
