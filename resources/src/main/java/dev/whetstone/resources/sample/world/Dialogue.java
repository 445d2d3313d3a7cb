package dev.whetstone.resources.sample.world;

/// A message and one reply to it.
public record Dialogue(CustomerMessage message, Reply reply) {}
