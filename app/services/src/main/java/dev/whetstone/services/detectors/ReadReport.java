package dev.whetstone.services.detectors;

/// What a run of detectors did.
///
/// @param read texts that were read, once a detector
/// @param seconds it took
/// @param waiting pairs and rules that still wait, because a detector is not trained
public record ReadReport(int read, double seconds, long waiting) {}
