package dev.whetstone.services.reward;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.reward.HeldOutScores;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.RewardData;
import dev.whetstone.core.reward.RewardEvaluation;
import dev.whetstone.core.reward.RewardPair;
import dev.whetstone.core.reward.RewardSettings;
import dev.whetstone.core.reward.RewardTrainer;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.judge.LeftOut;
import dev.whetstone.services.label.Labeller;
import dev.whetstone.services.label.Labelling;
import dev.whetstone.services.label.Labels;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Voting;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Trains and measures on the project's choices and labels of rules.
final class RewardTraining {
    private static final int FOLDS = 5;
    private static final int LEAST_GROUPS = 3;

    private final Voting voting;
    private final LeftOut leftOut;
    private final Labels labels;
    private final SentenceEncoder encoder;
    private final InstantSource clock;

    /// @param leftOut comparisons that are not trained on
    RewardTraining(
            Voting voting,
            Labels labels,
            SentenceEncoder encoder,
            LeftOut leftOut,
            InstantSource clock) {
        this.leftOut = leftOut;
        this.voting = voting;
        this.labels = labels;
        this.encoder = encoder;
        this.clock = clock;
    }

    /// What a model is made from.
    private record Material(
            Labelling labelling,
            Ballot ballot,
            List<RewardPair> set,
            RulesFile rules,
            Map<String, Detector> detectors,
            RewardData data) {}

    /// A new model with what it was made from.
    ///
    /// @param heldOut none where there were too few choices to measure on
    /// @param derivedFrom hash of the labels and texts
    record Trained(
            TrainedReward reward,
            Reports.Stored figures,
            List<HeldOutChoices> heldOut,
            String derivedFrom) {
        Trained {
            heldOut = List.copyOf(heldOut);
        }
    }

    /// Figures of held-out choices, and the predictions they are of; none where there were too
    /// few choices to measure on.
    private record Measured(RewardReport report, List<HeldOutChoices> heldOut) {}

    /// @throws ServiceException `reward.data` where there is too little to learn from
    Trained train(long seed, Progress progress) {
        long from = System.nanoTime();
        try {
            Material material = gather(progress);
            progress.stage("Training");
            progress.safePoint();
            var model = new RewardTrainer(settings(seed)).train(material.data());
            Measured measured = measure(material, FOLDS, seed, progress);
            int choices =
                    (int)
                            material.set().stream()
                                    .filter(pair -> pair.origin() == RewardPair.Origin.JUDGED)
                                    .count();
            return new Trained(
                    new TrainedReward(model, material.rules(), material.detectors()),
                    new Reports.Stored(
                            choices,
                            material.set().size() - choices,
                            (System.nanoTime() - from) / 1e9,
                            measured.report()),
                    measured.heldOut(),
                    leftOut.without(material.labelling().derivedFrom()));
        } catch (IllegalArgumentException e) {
            throw tooLittle(e);
        }
    }

    /// @throws ServiceException `reward.data` where there is too little to learn from
    RewardReport evaluate(int folds, long seed, Progress progress) {
        try {
            return measure(gather(progress), folds, seed, progress).report();
        } catch (IllegalArgumentException e) {
            throw tooLittle(e);
        }
    }

    /// Predictions of the project's choices, each made while its question was held out.
    ///
    /// @throws ServiceException `reward.data` where there is too little to learn from
    HeldOutChoices holdOut(long seed, Progress progress) {
        try {
            return measure(gather(progress), FOLDS, seed, progress).heldOut().stream()
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "measuring needs choices on at least "
                                                    + LEAST_GROUPS
                                                    + " prompts"));
        } catch (IllegalArgumentException e) {
            throw tooLittle(e);
        }
    }

    private Material gather(Progress progress) {
        progress.stage("Labelling pairs");
        Labelling labelling = labels.label(ModelChoice.AUTO);
        Ballot ballot = voting.ballot();
        List<RewardPair> set = RewardSet.of(ballot.pairs(), labelling, leftOut.all());
        RulesFile rules = voting.filledRulesFile(ballot.rules());
        Map<String, Detector> detectors = asked(rules);
        progress.stage("Reading texts");
        RewardData data =
                RewardData.of(
                        set,
                        RuleFeatures.encoder(
                                items(set),
                                rules,
                                encoder.with(progress),
                                voting.detectors().live(detectors),
                                progress));
        return new Material(labelling, ballot, set, rules, detectors, data);
    }

    /// The project's detectors that rules ask.
    private Map<String, Detector> asked(RulesFile rules) {
        Map<String, Detector> asked = new LinkedHashMap<>();
        for (RulesFile.NamedRule rule : rules.rules()) {
            for (String name : Terms.detectors(rule.rule())) {
                Detector detector = voting.detectors().all().get(name);
                if (detector != null) {
                    asked.put(name, detector);
                }
            }
        }
        return asked;
    }

    private static List<ResponseEncoder.Item> items(List<RewardPair> set) {
        List<ResponseEncoder.Item> items = new ArrayList<>();
        for (RewardPair pair : set) {
            items.add(new ResponseEncoder.Item(pair.prompt(), pair.a()));
            items.add(new ResponseEncoder.Item(pair.prompt(), pair.b()));
        }
        return items;
    }

    private static RewardSettings settings(long seed) {
        RewardSettings usual = RewardSettings.DEFAULT;
        return new RewardSettings(usual.heads(), usual.ridges(), usual.innerFolds(), seed);
    }

    private static ServiceException tooLittle(IllegalArgumentException e) {
        return new ServiceException(
                "reward.data",
                String.valueOf(e.getMessage()),
                "Judge more comparisons, or add rules.",
                e);
    }

    private Measured measure(Material material, int folds, long seed, Progress progress) {
        progress.stage("Measuring on prompts not trained on");
        progress.safePoint();
        RewardData data = material.data();
        Ballot ballot = material.ballot();
        long groups =
                IntStream.range(0, data.size())
                        .filter(i -> data.pair(i).origin() == RewardPair.Origin.JUDGED)
                        .mapToObj(i -> data.pair(i).group())
                        .distinct()
                        .count();
        if (groups < LEAST_GROUPS) {
            return new Measured(Reports.unmeasured(), List.of());
        }
        Estimate majority =
                ballot.rules().isEmpty()
                        ? Estimate.UNDEFINED
                        : Scores.accuracy(
                                Labeller.fit(ModelChoice.MAJORITY, ballot).against(ballot.gold()));
        RewardEvaluation evaluation = new RewardEvaluation(settings(seed), folds);
        HeldOutScores scores =
                evaluation.score(
                        data,
                        (done, of) -> {
                            progress.safePoint();
                            progress.units(done, of);
                        });
        return new Measured(
                Reports.of(evaluation.report(data, scores), majority),
                List.of(heldOut(material, scores, seed)));
    }

    private HeldOutChoices heldOut(Material material, HeldOutScores scores, long seed) {
        // a pair's choices stand in the set in the order of its label
        Map<String, Iterator<Choice>> choices = new HashMap<>();
        material.labelling()
                .labels()
                .forEach(label -> choices.put(label.ref().text(), label.choices().iterator()));
        List<HeldOutChoices.Predicted> predicted = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            String pair = material.data().pair(scores.places()[i]).id();
            Iterator<Choice> left = choices.getOrDefault(pair, Collections.emptyIterator());
            predicted.add(HeldOutChoices.Predicted.of(left.next(), scores.p(i)));
        }
        return new HeldOutChoices(
                leftOut.without(material.labelling().derivedFrom()),
                seed,
                scores.folds(),
                clock.instant(),
                scores.seconds(),
                predicted);
    }
}
