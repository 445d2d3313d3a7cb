package dev.whetstone.services.coverage;

import dev.whetstone.services.rules.RuleRow;
import java.util.List;

/// The LF summary.
///
/// @param rules the active rules
/// @param overlaps for each two active rules, the share of pairs where both vote; symmetric
/// @param conflicts for each two, the share where they vote differently; symmetric
public record CoverageReport(
        Totals totals,
        List<RuleRow> rules,
        List<List<Double>> overlaps,
        List<List<Double>> conflicts) {
    public CoverageReport {
        rules = List.copyOf(rules);
        overlaps = overlaps.stream().map(List::copyOf).toList();
        conflicts = conflicts.stream().map(List::copyOf).toList();
    }
}
