package dev.whetstone.services.accuracy;

import dev.whetstone.services.coverage.ProjectCoverage;
import dev.whetstone.services.coverage.SlicedPairs;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.pair.PromptLead;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.reward.HeldOutChoices;
import dev.whetstone.services.reward.ProjectRewards;
import dev.whetstone.services.vote.Ballot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Accuracies over the project file.
public final class ProjectAccuracies implements Accuracies {
    private static final int LEAD = 160;
    private static final int NO_RULE = -1;

    private final OpenProject project;
    private final Jobs jobs;
    private final ProjectRewards rewards;
    private final ProjectCoverage coverage;

    public ProjectAccuracies(
            OpenProject project, Jobs jobs, ProjectRewards rewards, ProjectCoverage coverage) {
        this.project = project;
        this.jobs = jobs;
        this.rewards = rewards;
        this.coverage = coverage;
    }

    @Override
    public Optional<AccuracyReport> kept() {
        return rewards.heldOut().map(this::report);
    }

    @Override
    public JobHandle<AccuracyReport> measure(long seed) {
        return jobs.start("Find where the reward model falls short", p -> measure(seed, p));
    }

    private AccuracyReport measure(long seed, Progress progress) {
        HeldOutChoices held = rewards.holdOut(seed, progress);
        progress.stage("Looking at slices");
        AccuracyReport report = report(held);
        project.changed(Change.REWARD);
        return report;
    }

    private AccuracyReport report(HeldOutChoices held) {
        return new Shortfalls(coverage.sliced(), held)
                .report(
                        rewards.current(held)
                                ? Shortfalls.Staleness.CURRENT
                                : Shortfalls.Staleness.STALE);
    }

    @Override
    public ChoiceListing open(Part part, Which which, int limit) {
        HeldOutChoices held =
                rewards.heldOut()
                        .orElseThrow(
                                () ->
                                        new ServiceException(
                                                "reward.held-out",
                                                "The reward model was not tried on held-out"
                                                        + " choices.",
                                                "Train it again."));
        SlicedPairs pairs = coverage.sliced();
        Joined joined = Joined.of(pairs.ballot(), held);
        int rule = rule(pairs.ballot(), part);
        List<Joined.Held> found =
                members(joined, pairs, part, rule).stream()
                        .filter(each -> is(which, joined, each, rule))
                        .sorted(Comparator.comparingDouble(ProjectAccuracies::error).reversed())
                        .toList();
        return new ChoiceListing(
                found.stream().limit(limit).map(each -> row(joined, each, rule)).toList(),
                found.size());
    }

    private static List<Joined.Held> members(
            Joined joined, SlicedPairs pairs, Part part, int rule) {
        return switch (part) {
            case Part.All() -> joined.choices();
            case Part.OfRule(UUID _) -> rule == NO_RULE ? List.of() : joined.voted(rule);
            case Part.OfPerson(String name) ->
                    joined.where(each -> each.choice().annotator().equals(name));
            case Part.OfSlice(String id) -> {
                int slice =
                        IntStream.range(0, pairs.slices().size())
                                .filter(i -> pairs.slices().get(i).id().equals(id))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new ServiceException(
                                                        "coverage.slice",
                                                        "There is no slice \"" + id + "\".",
                                                        ""));
                yield joined.where(each -> pairs.pairs().get(slice).contains(each.pair()));
            }
        };
    }

    private static boolean is(Which which, Joined joined, Joined.Held each, int rule) {
        return switch (which) {
            case ALL -> true;
            case WRONG -> each.wrong();
            case APART -> rule != NO_RULE && joined.apart(each, rule);
        };
    }

    /// How far off the model was; ties are no errors.
    private static double error(Joined.Held each) {
        double preference = each.choice().preference();
        return preference == .5 ? 0 : Math.abs(each.p() - preference);
    }

    private static int rule(Ballot ballot, Part part) {
        return part instanceof Part.OfRule(UUID id)
                ? IntStream.range(0, ballot.rules().size())
                        .filter(j -> ballot.rules().get(j).ruleId().equals(id))
                        .findFirst()
                        .orElse(NO_RULE)
                : NO_RULE;
    }

    private static ChoiceRow row(Joined joined, Joined.Held each, int rule) {
        PairView pair = joined.ballot().pairs().get(each.pair());
        return new ChoiceRow(
                pair.ref(),
                PromptLead.of(pair.prompt().text(), LEAD),
                each.p(),
                each.choice().preference(),
                each.choice().annotator(),
                rule == NO_RULE ? 0 : joined.ballot().vote(each.pair(), rule));
    }
}
