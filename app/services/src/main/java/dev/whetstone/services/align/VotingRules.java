package dev.whetstone.services.align;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.detect.LiveDetectors;
import dev.whetstone.services.job.Progress;
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
    private final LiveDetectors detectors;
    private final Progress progress;

    private record Weighed(
            UUID id, String text, String sentence, CompiledRule rule, double weight) {}

    private VotingRules(
            List<Weighed> rules,
            Map<UUID, List<Lineage.Cause>> causes,
            LiveDetectors detectors,
            Progress progress) {
        this.detectors = detectors;
        this.progress = progress;
        this.rules = List.copyOf(rules);
        this.causes = Map.copyOf(causes);
    }

    /// @param progress of the job in which texts are judged; detectors read as part of it
    public static VotingRules of(OpenProject project, Voting voting, Progress progress) {
        Ballot ballot = voting.ballot();
        PairLabels labels = Labeller.fit(ModelChoice.AUTO, ballot);
        LiveDetectors detectors = voting.detectors().live(voting.detectors().all());
        List<Weighed> rules = new ArrayList<>();
        for (int j = 0; j < ballot.rules().size(); j++) {
            RuleVersion rule = ballot.rules().get(j);
            rules.add(
                    new Weighed(
                            rule.ruleId(),
                            rule.text(),
                            RuleTexts.sentence(
                                    RuleTexts.parse(rule.text()), new SlotValues(rule.slots())),
                            voting.compile(rule, detectors),
                            labels.weights()[j]));
        }
        Map<UUID, List<Lineage.Cause>> causes = origins(project, ballot.rules());
        return new VotingRules(rules, causes, detectors, progress);
    }

    /// The choices and sentences that rules came from.
    static Map<UUID, List<Lineage.Cause>> origins(OpenProject project, List<RuleVersion> rules) {
        Map<UUID, Judgement> judgements = new HashMap<>();
        project.judgements().forEach(j -> judgements.put(j.id(), j));
        Map<UUID, List<Lineage.Cause>> causes = new HashMap<>();
        rules.forEach(rule -> causes.put(rule.ruleId(), causes(rule, judgements)));
        return causes;
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
    public void readAhead(List<Response> responses) {
        detectors.settle(
                () ->
                        responses.forEach(
                                response ->
                                        vote(
                                                pair(
                                                        response.prompt(),
                                                        response.text(),
                                                        response.text()))),
                progress);
    }

    /// Every rule's vote, in the order of the rules.
    private int[] vote(PairFeatures pair) {
        return rules.stream().mapToInt(rule -> rule.rule().explain(pair).value()).toArray();
    }

    /// The votes after detectors have read what they were asked.
    private int[] settled(PairFeatures pair) {
        detectors.settle(() -> vote(pair), progress);
        return vote(pair);
    }

    @Override
    public double lean(LoopPrompt prompt, String a, String b) {
        int[] votes = settled(pair(prompt, a, b));
        double sum = 0;
        for (int i = 0; i < votes.length; i++) {
            sum += rules.get(i).weight() * votes[i];
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
        detectors.settle(
                () -> rules.forEach(r -> r.rule().satisfaction(asked, answered, NO_SOURCE)),
                progress);
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
        int[] all = settled(pair(prompt, chosen, rejected));
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (all[i] > 0) {
                votes.add(new Vote(rules.get(i).id(), rules.get(i).weight()));
            }
        }
        return votes;
    }

    @Override
    public List<Lineage.Cause> causes(UUID rule) {
        return causes.getOrDefault(rule, List.of());
    }
}
