package dev.whetstone.core.label;

/// Turns votes, and judgements where there are any, into p(A preferred) for every pair.
public interface PairLabelModel {
    /// The name on the command line: `majority`, `gold`, `em`, `snorkel`, ...
    String name();

    /// @throws IllegalArgumentException when the matrix is not one of pairs, the judgements
    ///     have other rows, or the model needs more rules than there are; the message says
    ///     what to do
    PairLabels label(LabelMatrix votes, Gold gold);
}
