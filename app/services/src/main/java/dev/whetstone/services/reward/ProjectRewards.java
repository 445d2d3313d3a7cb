package dev.whetstone.services.reward;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.project.Response;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.RewardData;
import dev.whetstone.core.reward.RewardEvaluation;
import dev.whetstone.core.reward.RewardModel;
import dev.whetstone.core.reward.RewardPair;
import dev.whetstone.core.reward.RewardSettings;
import dev.whetstone.core.reward.RewardTrainer;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.detect.LiveDetectors;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.label.Labeller;
import dev.whetstone.services.label.Labelling;
import dev.whetstone.services.label.Labels;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.rule.RuleVersion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reward models over the project file. A model lies in the artefact folder with the rules it was
/// trained with.
public final class ProjectRewards implements Rewards {
    private static final int FOLDS = 5;
    private static final int NEIGHBOURS = 3;

    private final OpenProject project;
    private final Jobs jobs;
    private final Voting voting;
    private final Labels labels;
    private final SentenceEncoder encoder;
    private final InstantSource clock;

    public ProjectRewards(
            OpenProject project,
            Jobs jobs,
            Voting voting,
            Labels labels,
            SentenceEncoder encoder,
            InstantSource clock) {
        this.project = project;
        this.jobs = jobs;
        this.voting = voting;
        this.labels = labels;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public JobHandle<RewardVersion> train(long seed) {
        return jobs.start("Train the reward model", progress -> train(seed, progress));
    }

    /// What a model is made from.
    private record Material(
            Labelling labelling,
            Ballot ballot,
            List<RewardPair> set,
            RulesFile rules,
            Map<String, Detector> detectors,
            RewardData data) {}

    private Material gather(Progress progress) {
        progress.stage("Labelling pairs");
        Labelling labelling = labels.label(ModelChoice.AUTO);
        Ballot ballot = voting.ballot();
        List<RewardPair> set = RewardSet.of(ballot.pairs(), labelling);
        RulesFile rules = voting.filledRulesFile(ballot.rules());
        Map<String, Detector> detectors = asked(rules);
        progress.stage("Reading texts");
        RewardData data =
                RewardData.of(
                        set,
                        TrainedReward.encoder(
                                items(set),
                                rules,
                                encoder,
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
        return new RewardSettings(
                RewardSettings.DEFAULT.heads(),
                RewardSettings.DEFAULT.ridges(),
                RewardSettings.DEFAULT.innerFolds(),
                seed);
    }

    private static ServiceException tooLittle(IllegalArgumentException e) {
        return new ServiceException(
                "reward.data",
                String.valueOf(e.getMessage()),
                "Judge more comparisons, or add rules.",
                e);
    }

    private RewardVersion train(long seed, Progress progress) {
        long from = System.nanoTime();
        try {
            Material material = gather(progress);
            progress.stage("Training");
            progress.safePoint();
            RewardModel model = new RewardTrainer(settings(seed)).train(material.data());
            progress.stage("Measuring on prompts not trained on");
            progress.safePoint();
            RewardReport report = measure(material, FOLDS, seed);
            double seconds = (System.nanoTime() - from) / 1e9;
            return save(
                    new TrainedReward(model, material.rules(), material.detectors()),
                    material.set(),
                    report,
                    material.labelling(),
                    seconds);
        } catch (IllegalArgumentException e) {
            throw tooLittle(e);
        }
    }

    @Override
    public JobHandle<RewardReport> evaluate(int folds, long seed) {
        return jobs.start(
                "Measure the reward model",
                progress -> {
                    try {
                        Material material = gather(progress);
                        progress.stage("Measuring on prompts not trained on");
                        return measure(material, folds, seed);
                    } catch (IllegalArgumentException e) {
                        throw tooLittle(e);
                    }
                });
    }

    private static RewardReport measure(Material material, int folds, long seed) {
        RewardData data = material.data();
        Ballot ballot = material.ballot();
        long groups =
                java.util.stream.IntStream.range(0, data.size())
                        .filter(i -> data.pair(i).origin() == RewardPair.Origin.JUDGED)
                        .mapToObj(i -> data.pair(i).group())
                        .distinct()
                        .count();
        if (groups < 3) {
            return Reports.unmeasured();
        }
        Estimate majority =
                ballot.rules().isEmpty()
                        ? Estimate.UNDEFINED
                        : Scores.accuracy(
                                Labeller.fit(ModelChoice.MAJORITY, ballot).against(ballot.gold()));
        return Reports.of(new RewardEvaluation(settings(seed), folds).evaluate(data), majority);
    }

    private RewardVersion save(
            TrainedReward trained,
            List<RewardPair> set,
            RewardReport report,
            Labelling labelling,
            double seconds) {
        UUID id = UUID.randomUUID();
        int choices =
                (int) set.stream().filter(p -> p.origin() == RewardPair.Origin.JUDGED).count();
        ContentHash from = new ContentHash(labelling.derivedFrom());
        int number =
                project.with(
                        file -> {
                            Path work = file.artefacts().work(id);
                            trained.save(work);
                            ContentHash artefact = file.artefacts().put(work);
                            int next = file.rewards().nextNumber();
                            file.rewards()
                                    .save(
                                            new dev.whetstone.store.derived.RewardVersion(
                                                    id,
                                                    next,
                                                    from,
                                                    artefact,
                                                    "{}",
                                                    Reports.write(
                                                            new Reports.Stored(
                                                                    choices,
                                                                    set.size() - choices,
                                                                    seconds,
                                                                    report)),
                                                    clock.instant()));
                            return next;
                        });
        project.changed(Change.REWARD);
        return versions().stream().filter(v -> v.number() == number).findFirst().orElseThrow();
    }

    @Override
    public List<RewardVersion> versions() {
        String now =
                ContentHash.builder()
                        .add(voting.ballot().hash())
                        .add(Labeller.fit(ModelChoice.AUTO, voting.ballot()).model())
                        .build()
                        .hex();
        return project.with(file -> file.rewards().all()).stream()
                .map(version -> version(version, now))
                .sorted(Comparator.comparingInt(RewardVersion::number))
                .toList();
    }

    private static RewardVersion version(
            dev.whetstone.store.derived.RewardVersion stored, String now) {
        Reports.Stored figures = Reports.read(stored.metrics());
        return new RewardVersion(
                stored.number(),
                stored.at(),
                figures.choices(),
                figures.labels(),
                figures.report(),
                figures.seconds(),
                stored.from().hex(),
                !stored.from().hex().equals(now));
    }

    @Override
    public Optional<RewardVersion> newest() {
        List<RewardVersion> all = versions();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The model of a version.
    TrainedReward load(int number) {
        return project.with(
                file ->
                        file.rewards()
                                .find(number)
                                .map(v -> TrainedReward.load(file.artefacts().path(v.artefact())))
                                .orElseThrow(
                                        () ->
                                                new ServiceException(
                                                        "reward.none",
                                                        "There is no reward model " + number + ".",
                                                        "")));
    }

    /// The newest version's number.
    ///
    /// @throws ServiceException `reward.none`
    public int newestNumber() {
        return project.with(file -> file.rewards().latest())
                .map(dev.whetstone.store.derived.RewardVersion::number)
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "reward.none",
                                        "The project has no reward model.",
                                        "Train one with: whetstone reward train PROJECT"));
    }

    /// Scores by one version, for the loop.
    public List<Score> score(int version, List<ResponseEncoder.Item> items, Progress progress) {
        TrainedReward reward = load(version);
        return encode(reward, items, progress).stream().map(reward::score).toList();
    }

    private List<ResponseEncoder.Encoded> encode(
            TrainedReward reward, List<ResponseEncoder.Item> items, Progress progress) {
        return reward.encode(items, encoder, voting.detectors().live(reward.detectors()), progress);
    }

    @Override
    public JobHandle<List<Score>> score(String prompt, List<String> responses) {
        return jobs.start(
                "Score responses",
                progress ->
                        score(
                                newestNumber(),
                                responses.stream()
                                        .map(text -> new ResponseEncoder.Item(prompt, text))
                                        .toList(),
                                progress));
    }

    @Override
    public JobHandle<List<Score>> scoreRows(List<ResponseRow> rows) {
        return jobs.start(
                "Score responses",
                progress ->
                        score(
                                newestNumber(),
                                rows.stream()
                                        .map(
                                                r ->
                                                        new ResponseEncoder.Item(
                                                                r.prompt(), r.response()))
                                        .toList(),
                                progress));
    }

    @Override
    public JobHandle<Why> why(String prompt, String response) {
        return jobs.start("Explain a score", progress -> why(prompt, response, progress));
    }

    private Why why(String prompt, String response, Progress progress) {
        TrainedReward reward = load(newestNumber());
        ResponseEncoder.Encoded encoded =
                encode(reward, List.of(new ResponseEncoder.Item(prompt, response)), progress)
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
        LiveDetectors live = voting.detectors().live(voting.detectors().all());
        List<RuleVersion> rules = voting.ballot().rules();
        List<CompiledRule> compiled =
                rules.stream().map(rule -> voting.compile(rule, live)).toList();
        var asked = new dev.whetstone.core.text.TextFeatures(prompt);
        var answered = new dev.whetstone.core.text.TextFeatures(response);
        var none = new dev.whetstone.core.text.TextFeatures("");
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
        Map<UUID, Judgement> judgements = new java.util.HashMap<>();
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

    @Override
    public JobHandle<List<ScoredText>> scoreAll() {
        return jobs.start(
                "Score all responses",
                progress -> {
                    List<Response> responses = List.copyOf(project.content().responses().values());
                    List<ResponseEncoder.Item> items = new ArrayList<>();
                    for (Response response : responses) {
                        var prompt = project.content().prompts().get(response.promptId());
                        items.add(
                                new ResponseEncoder.Item(
                                        prompt == null ? "" : prompt.text(), response.text()));
                    }
                    List<Score> scores = score(newestNumber(), items, progress);
                    List<ScoredText> points = new ArrayList<>();
                    for (int i = 0; i < scores.size(); i++) {
                        String text = responses.get(i).text();
                        points.add(
                                new ScoredText(
                                        text.codePointCount(0, text.length()),
                                        scores.get(i).value()));
                    }
                    return points;
                });
    }
}
