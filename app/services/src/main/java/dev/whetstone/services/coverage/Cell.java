package dev.whetstone.services.coverage;

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

    /// Pairs where both vote.
    record Both(UUID rule, UUID other) implements Cell {}

    /// Pairs where the two disagree.
    record Against(UUID rule, UUID other) implements Cell {}

    /// Pairs no rule votes on.
    record Uncovered() implements Cell {}

    /// Pairs on which some two rules disagree.
    record Disputed() implements Cell {}

    /// Pairs where the label and the expert's choice differ, widest first.
    record AgainstExperts() implements Cell {}
}
