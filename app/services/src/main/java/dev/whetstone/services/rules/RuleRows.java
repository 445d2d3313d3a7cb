package dev.whetstone.services.rules;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.label.CoverageSummary;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.services.label.Labeller;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Rules as a list shows them: in English, with their origin and what they do to the pairs.
final class RuleRows {
    private RuleRows() {}

    /// @param figures of the active rules; the others have none
    static List<RuleRow> of(
            List<RuleVersion> rules, Map<UUID, Figures> figures, List<Judgement> standing) {
        Map<UUID, Judgement> judgements = new HashMap<>();
        standing.forEach(j -> judgements.put(j.id(), j));
        return rules.stream()
                .map(
                        rule ->
                                row(
                                        rule,
                                        figures.getOrDefault(rule.ruleId(), Figures.NONE),
                                        judgements))
                .toList();
    }

    private static RuleRow row(RuleVersion rule, Figures figures, Map<UUID, Judgement> judgements) {
        String origin = "";
        UUID comparison = RuleRow.NO_COMPARISON;
        if (rule.source() instanceof RuleSource.Explained(UUID id)) {
            Judgement judgement = judgements.get(id);
            if (judgement != null) {
                origin = judgement.explanation().text();
                comparison = judgement.comparisonId();
            }
        }
        return new RuleRow(
                rule.ruleId(),
                rule.name(),
                rule.text(),
                RuleTexts.sentence(RuleTexts.parse(rule.text()), new SlotValues(rule.slots())),
                RuleState.valueOf(rule.state().name()),
                rule.author(),
                origin,
                comparison,
                rule.at(),
                figures);
    }

    /// Fits the label model.
    static Map<UUID, Figures> figures(Ballot ballot) {
        Map<UUID, Figures> figures = new HashMap<>();
        if (ballot.pairs().isEmpty() || ballot.rules().isEmpty()) {
            return figures;
        }
        PairLabels labels = Labeller.fit(ModelChoice.AUTO, ballot);
        CoverageSummary summary =
                CoverageSummary.of(ballot.matrix(), ballot.gold(), ballot.lengths(), labels);
        for (int j = 0; j < ballot.rules().size(); j++) {
            figures.put(
                    ballot.rules().get(j).ruleId(),
                    SummaryFigures.of(
                            ballot.rules().get(j),
                            summary.rules().get(j),
                            ballot.pairs().size(),
                            ballot.columns().get(j).errors()));
        }
        return figures;
    }

    /// Rules without figures.
    static List<RuleRow> plain(List<RuleVersion> rules, List<Judgement> standing) {
        Map<UUID, Judgement> judgements = new HashMap<>();
        standing.forEach(j -> judgements.put(j.id(), j));
        return rules.stream().map(rule -> row(rule, Figures.NONE, judgements)).toList();
    }
}
