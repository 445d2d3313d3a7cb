package dev.whetstone.services.align;

import java.util.List;

/// What is known before the start.
///
/// @param memoryBytes the most that generation or training will need
/// @param findings each a check with its outcome; the run may start when none is a blocker
public record Preflight(
        ModelSummary model, long memoryBytes, long availableBytes, List<Finding> findings) {
    public Preflight {
        findings = List.copyOf(findings);
    }

    public boolean canStart() {
        return findings.stream().noneMatch(f -> f.level() == Level.BLOCKER);
    }

    /// How bad a finding is.
    public enum Level {
        OK,
        WARNING,
        BLOCKER
    }

    public record Finding(Level level, String check, String text) {}

    public record ModelSummary(String name, String architecture, long parameters, String dtype) {}
}
