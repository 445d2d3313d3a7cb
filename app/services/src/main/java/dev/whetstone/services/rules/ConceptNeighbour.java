package dev.whetstone.services.rules;

/// A word or phrase of the project's texts that may belong into a word list.
///
/// @param similarity mean cosine of its embedding with the nearest three words of the list, -1 to 1
/// @param texts texts that it stands in
/// @param example where it stands, in a few words
public record ConceptNeighbour(String words, double similarity, int texts, String example) {}
