package dev.whetstone.services.explain;

/// A rule that votes only where the message speaks of something.
///
/// @param words what the message has to mention, as a person reads it
public record Gated(String words, Candidate candidate) {}
