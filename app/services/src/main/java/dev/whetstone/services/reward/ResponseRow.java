package dev.whetstone.services.reward;

/// A response to be scored, with its prompt's text.
public record ResponseRow(String prompt, String response) {}
