package dev.whetstone.services.curve;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.vote.RuleTexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which comparisons' explanations say a rule, in any of their readings.
///
/// @param comparisons by the normal form of what their explanations say
record Reasons(Map<Rule, Set<String>> comparisons) {
    Reasons {
        comparisons = Map.copyOf(comparisons);
    }

    /// @param judgements whose explanations are read
    static Reasons read(List<Judgement> judgements, Explaining explaining, Progress progress) {
        Map<Rule, Set<String>> comparisons = new HashMap<>();
        List<Judgement> explained =
                judgements.stream().filter(each -> !each.explanation().text().isBlank()).toList();
        for (int i = 0; i < explained.size(); i++) {
            progress.safePoint();
            progress.units(i, explained.size());
            Judgement judgement = explained.get(i);
            for (Candidate candidate :
                    explaining
                            .understand(
                                    judgement.comparisonId(),
                                    judgement.ranking(),
                                    judgement.explanation(),
                                    Map.of())
                            .candidates()) {
                comparisons
                        .computeIfAbsent(normal(candidate.rule()), rule -> new HashSet<>())
                        .add(judgement.comparisonId().toString());
            }
        }
        return new Reasons(comparisons);
    }

    static Rule normal(String text) {
        return NormalForm.ofVotes(RuleTexts.parse(text));
    }

    Set<String> of(String rule) {
        return comparisons.getOrDefault(normal(rule), Set.of());
    }
}
