package dev.whetstone.services.align;

/// A held-out prompt of a run under way.
///
/// @param start the reply of the start
/// @param iteration the newest iteration that answered, from 1; 0 when only the start did
/// @param now its reply; equals `start` at iteration 0
public record LiveSample(String prompt, String start, int iteration, String now) {}
