package dev.whetstone.services.align;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.label.Labeller;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The active rules with the weights that the label model gave them.
public final class VotingRules implements LoopRules {
    private static final TextFeatures NO_SOURCE = new TextFeatures("");

    private final List<Weighed> rules;
    private final Map<UUID, List<Lineage.Cause>> causes;

    private record Weighed(
            UUID id, String text, String sentence, CompiledRule rule, double weight) {}

    private VotingRules(List<Weighed> rules, Map<UUID, List<Lineage.Cause>> causes) {
        this.rules = List.copyOf(rules);
        this.causes = Map.copyOf(causes);
    }

    public static VotingRules of(OpenProject project, Voting voting) {
        Ballot ballot = voting.ballot();
        PairLabels labels = Labeller.fit(ModelChoice.AUTO, ballot);
        Map<UUID, Judgement> judgements = new HashMap<>();
        project.judgements().forEach(j -> judgements.put(j.id(), j));
        List<Weighed> rules = new ArrayList<>();
        Map<UUID, List<Lineage.Cause>> causes = new HashMap<>();
        for (int j = 0; j < ballot.rules().size(); j++) {
            RuleVersion rule = ballot.rules().get(j);
            rules.add(
                    new Weighed(
                            rule.ruleId(),
                            rule.text(),
                            RuleTexts.sentence(
                                    RuleTexts.parse(rule.text()), new SlotValues(rule.slots())),
                            voting.compile(rule),
                            labels.weights()[j]));
            causes.put(rule.ruleId(), causes(rule, judgements));
        }
        return new VotingRules(rules, causes);
    }

    private static List<Lineage.Cause> causes(RuleVersion rule, Map<UUID, Judgement> judgements) {
        List<Lineage.Cause> causes = new ArrayList<>();
        causes.add(new Lineage.Cause("rule", rule.ruleId().toString(), rule.text()));
        if (rule.source() instanceof RuleSource.Explained(UUID id)) {
            Judgement judgement = judgements.get(id);
            if (judgement != null) {
                causes.add(
                        new Lineage.Cause(
                                "judgement", id.toString(), judgement.explanation().text()));
            }
        }
        return causes;
    }

    @Override
    public double lean(LoopPrompt prompt, String a, String b) {
        PairFeatures pair = pair(prompt, a, b);
        double sum = 0;
        for (Weighed rule : rules) {
            sum += rule.weight() * rule.rule().explain(pair).value();
        }
        return sum;
    }

    private static PairFeatures pair(LoopPrompt prompt, String a, String b) {
        return new PairFeatures(
                new TextFeatures(prompt.text()),
                new TextFeatures(a),
                new TextFeatures(b),
                NO_SOURCE);
    }

    @Override
    public List<Outcome> outcomes(LoopPrompt prompt, String response) {
        TextFeatures asked = new TextFeatures(prompt.text());
        TextFeatures answered = new TextFeatures(response);
        List<Outcome> outcomes = new ArrayList<>();
        for (Weighed rule : rules) {
            int sign =
                    switch (rule.rule().satisfaction(asked, answered, NO_SOURCE)) {
                        case MET -> 1;
                        case VIOLATED -> -1;
                        case NOT_APPLICABLE, UNKNOWN -> 0;
                    };
            outcomes.add(new Outcome(rule.id(), rule.text(), rule.sentence(), rule.weight(), sign));
        }
        return outcomes;
    }

    @Override
    public List<Vote> supporting(LoopPrompt prompt, String chosen, String rejected) {
        PairFeatures pair = pair(prompt, chosen, rejected);
        List<Vote> votes = new ArrayList<>();
        for (Weighed rule : rules) {
            if (rule.rule().explain(pair).value() > 0) {
                votes.add(new Vote(rule.id(), rule.weight()));
            }
        }
        return votes;
    }

    @Override
    public List<Lineage.Cause> causes(UUID rule) {
        return causes.getOrDefault(rule, List.of());
    }
}
