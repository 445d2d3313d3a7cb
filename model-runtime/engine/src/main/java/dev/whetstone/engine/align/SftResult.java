package dev.whetstone.engine.align;

/// What likelihood training came to.
///
/// @param tokens read, padding not counted
/// @param firstLoss mean loss of the first step, nats a learned token
/// @param lastLoss mean of the last twentieth of the steps
public record SftResult(
        long parameters,
        long steps,
        long tokens,
        double firstLoss,
        double lastLoss,
        double seconds,
        double tokensPerSecond) {}
