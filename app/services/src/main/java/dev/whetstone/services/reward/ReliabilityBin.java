package dev.whetstone.services.reward;

/// One bin of a reliability diagram, on the preferred side (.5 to 1).
public record ReliabilityBin(double confidence, double accuracy, int pairs) {}
