package dev.whetstone.services.project;

import java.util.List;

/// The result of a check: empty findings mean a sound project.
///
/// @param repaired what was mended, in words
public record CheckReport(List<String> findings, List<String> repaired) {
    public CheckReport {
        findings = List.copyOf(findings);
        repaired = List.copyOf(repaired);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
