package dev.whetstone.services.align;

/// A held-out prompt with the start's and an iteration's reply.
public record Sample(
        String prompt, String before, double scoreBefore, String after, double scoreAfter) {}
