package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.core.label.RuleSummary;
import dev.whetstone.core.label.VoteSets;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.SummaryFigures;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes reports from an analysis.
final class Reporter {
    private final Analysis analysis;
    private final Map<UUID, RuleRow> described;

    /// @param described rows without figures, the active rules' among them
    Reporter(Analysis analysis, List<RuleRow> described) {
        this.analysis = analysis;
        this.described =
                described.stream().collect(Collectors.toMap(RuleRow::id, Function.identity()));
    }

    CoverageReport report(View view, Depth depth, PairSet within) {
        VoteSets votes = analysis.votes();
        int pairs = within.count();
        Estimate accuracy = Estimate.UNDEFINED;
        Estimate majority = Estimate.UNDEFINED;
        if (depth == Depth.HELD_OUT) {
            accuracy = accuracy(analysis, view.model(), within);
            majority = accuracy(analysis, ModelChoice.MAJORITY, within);
        }
        return new CoverageReport(
                view,
                depth,
                new Totals(
                        pairs,
                        analysis.summary().judged().count(within),
                        votes.rules(),
                        share(votes.covered(), within),
                        share(votes.overlapped(), within),
                        share(votes.disputed(), within),
                        accuracy.value(),
                        accuracy.low(),
                        accuracy.high(),
                        majority.value()),
                rows(view, depth, within),
                Shares.of(votes.rules(), pairs, (j, k) -> votes.both(j, k, within)),
                Shares.of(votes.rules(), pairs, (j, k) -> votes.against(j, k, within)));
    }

    private List<RuleRow> rows(View view, Depth depth, PairSet within) {
        Ballot ballot = analysis.ballot();
        List<RuleRow> rows = new ArrayList<>();
        for (int j = 0; j < ballot.rules().size(); j++) {
            RuleVersion rule = ballot.rules().get(j);
            RuleRow row = described.get(rule.ruleId());
            if (row != null) {
                double weight = Double.NaN;
                int flips = 0;
                if (depth != Depth.VOTES) {
                    PairLabels labels = analysis.labels(view.model());
                    weight = labels.weights()[j];
                    flips = analysis.flipped(labels, j, within).count();
                }
                RuleSummary line = analysis.summary().line(rule.name(), j, within, weight, flips);
                rows.add(
                        with(
                                row,
                                SummaryFigures.of(
                                        rule,
                                        line,
                                        within.count(),
                                        ballot.columns().get(j).errors())));
            }
        }
        return rows;
    }

    private static RuleRow with(RuleRow row, Figures figures) {
        return new RuleRow(
                row.id(),
                row.name(),
                row.text(),
                row.sentence(),
                row.state(),
                row.author(),
                row.origin(),
                row.comparisonId(),
                row.changed(),
                figures);
    }

    static SliceRow row(Analysis analysis, Slice slice, PairSet within, ModelChoice model) {
        VoteSets votes = analysis.votes();
        return new SliceRow(
                slice,
                analysis.summary().judged().count(within),
                share(votes.covered(), within),
                share(votes.overlapped(), within),
                share(votes.disputed(), within),
                accuracy(analysis, model, within),
                accuracy(analysis, ModelChoice.MAJORITY, within));
    }

    private static Estimate accuracy(Analysis analysis, ModelChoice model, PairSet within) {
        return analysis.canHoldOut()
                ? Scores.accuracy(analysis.heldOut(model).predictions(within::contains))
                : Estimate.UNDEFINED;
    }

    private static double share(PairSet of, PairSet within) {
        int pairs = within.count();
        return pairs == 0 ? 0 : (double) of.count(within) / pairs;
    }
}
