package dev.whetstone.services.label;

import dev.whetstone.core.label.PairLabels;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opens a label into what it was made of.
public final class Explained {
    private Explained() {}

    /// The label of one pair of a ballot, with the votes, weights and choices behind it.
    public static PairLabel of(Ballot ballot, PairLabels fitted, int pair) {
        Map<String, Double> logOdds = new LinkedHashMap<>();
        var label = fitted.label(pair);
        label.contributions().forEach(part -> logOdds.put(part.rule(), part.logOdds()));
        List<Contribution> contributions = new ArrayList<>();
        for (int j = 0; j < ballot.rules().size(); j++) {
            RuleVersion rule = ballot.rules().get(j);
            int vote = ballot.vote(pair, j);
            if (vote != 0) {
                contributions.add(
                        new Contribution(
                                rule.ruleId(),
                                rule.name(),
                                vote,
                                vote * logOdds.getOrDefault(rule.name(), 0.0)));
            }
        }
        double ruled = contributions.isEmpty() ? .5 : 1 / (1 + Math.exp(-label.logOdds()));
        double chosen = ballot.choices().preference(pair);
        return new PairLabel(
                ballot.pairs().get(pair).ref(),
                Double.isNaN(chosen) ? ruled : chosen,
                ruled,
                contributions,
                ballot.choices().of(pair));
    }
}
