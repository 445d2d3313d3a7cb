package dev.whetstone.services.reward;

import dev.whetstone.core.project.Response;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.judge.LeftOut;
import dev.whetstone.services.label.Labels;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Voting;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reward models over the project file.
public final class ProjectRewards implements Rewards {
    private final OpenProject project;
    private final Jobs jobs;
    private final SentenceEncoder encoder;
    private final Voting voting;
    private final RewardTraining training;
    private final RewardShelf shelf;
    private final WhyScores whys;

    public ProjectRewards(
            OpenProject project,
            Jobs jobs,
            Voting voting,
            Labels labels,
            SentenceEncoder encoder,
            InstantSource clock) {
        this.project = project;
        this.jobs = jobs;
        this.encoder = encoder;
        this.voting = voting;
        LeftOut leftOut = new LeftOut(project, clock);
        this.training = new RewardTraining(voting, labels, encoder, leftOut, clock);
        this.shelf = new RewardShelf(project, voting, leftOut, clock);
        this.whys = new WhyScores(project, voting, encoder);
    }

    @Override
    public JobHandle<RewardVersion> train(long seed) {
        return jobs.start(
                "Train the reward model",
                progress -> {
                    RewardVersion version = shelf.save(training.train(seed, progress));
                    project.changed(Change.REWARD);
                    return version;
                });
    }

    @Override
    public JobHandle<RewardReport> evaluate(int folds, long seed) {
        return jobs.start(
                "Measure the reward model", progress -> training.evaluate(folds, seed, progress));
    }

    /// Predictions of held-out choices that belong to the newest version, or to choices and rules
    /// as they are; empty when those that are kept do neither.
    public Optional<HeldOutChoices> heldOut() {
        Optional<RewardVersion> version = newest();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        List<String> wanted = List.of(version.get().derivedFrom(), shelf.now());
        return shelf.heldOut().filter(held -> wanted.contains(held.from()));
    }

    /// Measures and keeps them.
    ///
    /// @throws ServiceException `reward.data` where there is too little to learn from
    public HeldOutChoices holdOut(long seed, Progress progress) {
        HeldOutChoices held = training.holdOut(seed, progress);
        shelf.keep(held);
        return held;
    }

    /// Whether they are of choices and rules as they are.
    public boolean current(HeldOutChoices held) {
        return held.from().equals(shelf.now());
    }

    @Override
    public List<RewardVersion> versions() {
        return shelf.versions();
    }

    @Override
    public Optional<RewardVersion> newest() {
        List<RewardVersion> all = versions();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The newest version's number.
    ///
    /// @throws ServiceException `reward.none`
    public int newestNumber() {
        return shelf.newestNumber();
    }

    /// Scores by one version, for the loop.
    public List<Score> score(int version, List<ResponseEncoder.Item> items, Progress progress) {
        TrainedReward reward = shelf.load(version);
        return reward
                .encode(items, encoder, voting.detectors().live(reward.detectors()), progress)
                .stream()
                .map(reward::score)
                .toList();
    }

    @Override
    public JobHandle<List<Score>> score(String prompt, List<String> responses) {
        return scoreItems(
                responses.stream().map(text -> new ResponseEncoder.Item(prompt, text)).toList());
    }

    @Override
    public JobHandle<List<Score>> scoreRows(List<ResponseRow> rows) {
        return scoreItems(
                rows.stream()
                        .map(row -> new ResponseEncoder.Item(row.prompt(), row.response()))
                        .toList());
    }

    private JobHandle<List<Score>> scoreItems(List<ResponseEncoder.Item> items) {
        return jobs.start("Score responses", progress -> score(newestNumber(), items, progress));
    }

    @Override
    public JobHandle<Why> why(String prompt, String response) {
        return jobs.start(
                "Explain a score",
                progress -> whys.why(shelf.load(newestNumber()), prompt, response, progress));
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
