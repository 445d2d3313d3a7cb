package dev.whetstone.engine.policy;

/// The token that fills up rows of an exported reward model. Transformers scores a row at its last
/// token that is not this one, so that no text may end with it.
///
/// @param token as the tokenizer writes it
public record Padding(int id, String token) {}
