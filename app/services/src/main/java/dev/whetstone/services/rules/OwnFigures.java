package dev.whetstone.services.rules;

import dev.whetstone.core.label.PairSet;
import dev.whetstone.core.label.SliceSummary;
import dev.whetstone.core.label.VoteSets;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Column;
import dev.whetstone.store.rule.RuleVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Figures that need no label model.
final class OwnFigures {
    private OwnFigures() {}

    /// Whether the ballot holds all other rules: without them nothing is said of what is shared.
    enum Others {
        KNOWN,
        UNKNOWN
    }

    /// Without weights.
    static Map<UUID, Figures> of(Ballot ballot, Others others) {
        Map<UUID, Figures> figures = new HashMap<>();
        int pairs = ballot.pairs().size();
        if (pairs == 0 || ballot.rules().isEmpty()) {
            return figures;
        }
        SliceSummary summary =
                new SliceSummary(
                        VoteSets.of(pairs, ballot.columns().stream().map(Column::votes).toList()),
                        ballot.gold(),
                        ballot.lengths());
        for (int j = 0; j < ballot.rules().size(); j++) {
            RuleVersion rule = ballot.rules().get(j);
            Figures own =
                    SummaryFigures.of(
                            rule,
                            summary.line(rule.name(), j, PairSet.all(pairs), Double.NaN, 0),
                            pairs,
                            ballot.columns().get(j).errors());
            figures.put(rule.ruleId(), others == Others.KNOWN ? own : own.alone());
        }
        return figures;
    }
}
