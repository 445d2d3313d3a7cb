package dev.whetstone.engine.policy;

/// One sampled response.
///
/// @param ids new tokens; the stop token, when there is one, is the last
/// @param finished false when the response was cut at the token limit
public record Generation(int[] ids, boolean finished) {}
