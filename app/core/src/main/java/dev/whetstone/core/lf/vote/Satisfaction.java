package dev.whetstone.core.lf.vote;

/// Whether a single response keeps to a rule.
public enum Satisfaction {
    /// A `good` rule's condition holds, or a `bad` rule's does not.
    MET,
    /// A `bad` rule's condition holds, or a `good` rule's does not.
    VIOLATED,
    /// The rule says nothing of this prompt, or nothing of single responses.
    NOT_APPLICABLE,
    /// It cannot be told; see [Abstention].
    UNKNOWN
}
