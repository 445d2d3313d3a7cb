package dev.whetstone.store.detect;

/// What a detector said of a text.
///
/// @param text the first 16 bytes of the SHA-256 of its UTF-8
/// @param score 0 to 1
public record TextScore(byte[] text, double score) {}
