package dev.whetstone.engine.text;

/// A prompt and its completion in tokens.
///
/// @param prompt with what comes before the answer
/// @param completion with the token that ends it
public record TokenizedExchange(int[] prompt, int[] completion) {}
