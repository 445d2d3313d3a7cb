package dev.whetstone.services.coverage;

import dev.whetstone.services.rules.RuleRow;
import java.util.List;

/// The LF summary.
///
/// @param view what it is of
/// @param depth what was worked out
/// @param rules the active rules; `j` is a rule's place
/// @param overlaps for each two active rules, the share of pairs where both vote
/// @param conflicts for each two, the share where they vote differently
public record CoverageReport(
        View view,
        Depth depth,
        Totals totals,
        List<RuleRow> rules,
        Shares overlaps,
        Shares conflicts) {
    public CoverageReport {
        rules = List.copyOf(rules);
    }
}
