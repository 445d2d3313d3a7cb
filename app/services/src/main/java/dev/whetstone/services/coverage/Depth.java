package dev.whetstone.services.coverage;

/// How much of a report is worked out; what is not is NaN in it.
public enum Depth {
    /// What follows from votes and choices: some milliseconds once votes are counted.
    VOTES,
    /// With weights and flips, for which a label model is fitted.
    LABELS,
    /// With the labels' accuracy on choices held out, for which it is fitted several times.
    HELD_OUT
}
