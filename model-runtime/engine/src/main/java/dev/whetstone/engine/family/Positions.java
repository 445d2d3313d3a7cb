package dev.whetstone.engine.family;

/// How a decoder knows where a token is.
public sealed interface Positions permits Rope, Positions.Learned {
    /// A learned vector for each place, added to the token's.
    record Learned() implements Positions {}
}
