package dev.whetstone.services.reward;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.RewardModel;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.detect.LiveDetectors;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Why a response has its score: features, rules, and the judged responses nearest to it.
final class WhyScores {
    private static final int NEIGHBOURS = 3;

    private final OpenProject project;
    private final Voting voting;
    private final SentenceEncoder encoder;

    WhyScores(OpenProject project, Voting voting, SentenceEncoder encoder) {
        this.project = project;
        this.voting = voting;
        this.encoder = encoder;
    }

    Why why(TrainedReward reward, String prompt, String response, Progress progress) {
        ResponseEncoder.Encoded encoded =
                reward.encode(
                                List.of(new ResponseEncoder.Item(prompt, response)),
                                encoder,
                                voting.detectors().live(reward.detectors()),
                                progress)
                        .getFirst();
        RewardModel.Explanation explanation = reward.model().explain(encoded, NEIGHBOURS);
        List<Why.Part> parts =
                explanation.contributions().stream()
                        .map(part -> new Why.Part(reward.words(part.feature()), part.logOdds()))
                        .toList();
        return new Why(
                reward.score(encoded),
                parts,
                verdicts(prompt, response, progress),
                neighbours(explanation.nearest()));
    }

    private List<Why.Verdict> verdicts(String prompt, String response, Progress progress) {
        List<Why.Verdict> verdicts = new ArrayList<>();
        var asked = new TextFeatures(prompt);
        var answered = new TextFeatures(response);
        var none = new TextFeatures("");
        LiveDetectors live = voting.detectors().live(voting.detectors().all());
        List<RuleVersion> rules = voting.ballot().rules();
        List<CompiledRule> compiled =
                rules.stream().map(rule -> voting.compile(rule, live)).toList();
        live.settle(() -> compiled.forEach(r -> r.judge(asked, answered, none)), progress);
        for (int i = 0; i < compiled.size(); i++) {
            RuleVersion rule = rules.get(i);
            int sign = compiled.get(i).judge(asked, answered, none);
            if (sign != 0) {
                verdicts.add(
                        new Why.Verdict(
                                rule.ruleId(),
                                rule.name(),
                                RuleTexts.sentence(
                                        RuleTexts.parse(rule.text()), new SlotValues(rule.slots())),
                                sign));
            }
        }
        return verdicts;
    }

    private List<Why.Neighbour> neighbours(List<RewardModel.Neighbour> nearest) {
        Ballot ballot = voting.ballot();
        Map<UUID, Judgement> judgements = new HashMap<>();
        project.judgements().forEach(j -> judgements.put(j.id(), j));
        List<Why.Neighbour> neighbours = new ArrayList<>();
        for (RewardModel.Neighbour neighbour : nearest) {
            for (int i = 0; i < ballot.pairs().size(); i++) {
                if (ballot.pairs().get(i).ref().text().equals(neighbour.pairId())
                        && !ballot.choices().of(i).isEmpty()) {
                    var choice = ballot.choices().of(i).getFirst();
                    var pair = ballot.pairs().get(i);
                    Judgement judgement = judgements.get(choice.judgementId());
                    neighbours.add(
                            new Why.Neighbour(
                                    pair.ref().comparisonId(),
                                    choice.annotator(),
                                    neighbour.verdict() == RewardModel.Verdict.PREFERRED,
                                    neighbour.similarity(),
                                    (neighbour.side().equals("a") ? pair.a() : pair.b()).text(),
                                    judgement == null ? "" : judgement.explanation().text()));
                }
            }
        }
        return neighbours;
    }
}
