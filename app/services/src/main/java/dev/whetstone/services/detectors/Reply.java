package dev.whetstone.services.detectors;

/// A reply of the project with what it answers.
public record Reply(String prompt, String text) {}
