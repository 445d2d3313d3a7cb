package dev.whetstone.core.mine;

/// A choice between two responses.
///
/// @param group the question it belongs to, from 0
public record Contrast(String chosen, String other, int group) {}
