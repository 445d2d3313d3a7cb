package dev.whetstone.services.coverage;

import dev.whetstone.core.cluster.WordVectors;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.judge.AskedAgain;
import dev.whetstone.services.judge.LeftOut;
import dev.whetstone.services.label.Explained;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.label.PairLabel;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.pair.PromptLead;
import dev.whetstone.services.reward.SentenceEncoder;
import dev.whetstone.services.rules.ProjectRules;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Choices;
import dev.whetstone.services.vote.Voting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Coverage over the votes of the active rules.
public final class ProjectCoverage implements Coverage {
    private static final int LEAD = 160;

    private final Voting voting;
    private final ProjectRules rules;
    private final AskedAgain askedAgain;
    private final LeftOut leftOut;
    private final Jobs jobs;
    private final SentenceEncoder encoder;
    private @Nullable Kept kept;
    private @Nullable Sliced sliced;

    /// What was worked out for a ballot.
    private record Kept(Analysis analysis, Map<String, Uncovered> groups) {}

    /// Slices are of pairs and choices, whatever the rules.
    private record Sliced(Choices of, Slices slices) {}

    public ProjectCoverage(
            Voting voting,
            ProjectRules rules,
            AskedAgain askedAgain,
            LeftOut leftOut,
            Jobs jobs,
            SentenceEncoder encoder) {
        this.voting = voting;
        this.jobs = jobs;
        this.encoder = encoder;
        this.rules = rules;
        this.askedAgain = askedAgain;
        this.leftOut = leftOut;
    }

    private synchronized Kept kept() {
        Ballot now = voting.ballot();
        Kept known = kept;
        if (known == null || !known.analysis().ballot().hash().equals(now.hash())) {
            known = new Kept(new Analysis(now), new ConcurrentHashMap<>());
            kept = known;
        }
        return known;
    }

    private synchronized Slices slicesOf(Ballot ballot) {
        Sliced known = sliced;
        if (known == null || known.of() != ballot.choices()) {
            known = new Sliced(ballot.choices(), new Slices(ballot, voting.features()));
            sliced = known;
        }
        return known.slices();
    }

    /// All pairs need no slices to be told apart first.
    private PairSet within(Analysis analysis, View view) {
        return view.slice().equals(Slice.ALL)
                ? PairSet.all(analysis.pairs())
                : slicesOf(analysis.ballot()).pairs(view.slice());
    }

    @Override
    public CoverageReport report(View view, Depth depth) {
        Analysis analysis = kept().analysis();
        return new Reporter(analysis, rules.described())
                .report(view, depth, within(analysis, view));
    }

    @Override
    public List<Slice> slices() {
        return slicesOf(kept().analysis().ballot()).all();
    }

    /// The slices with their pairs, for figures of other models.
    public SlicedPairs sliced() {
        Ballot ballot = kept().analysis().ballot();
        Slices all = slicesOf(ballot);
        return new SlicedPairs(
                ballot, all.all(), all.all().stream().map(each -> all.pairs(each.id())).toList());
    }

    @Override
    public List<SliceRow> bySlice(ModelChoice model) {
        Analysis analysis = kept().analysis();
        Slices all = slicesOf(analysis.ballot());
        return all.all().stream()
                .map(slice -> Reporter.row(analysis, slice, all.pairs(slice.id()), model))
                .toList();
    }

    @Override
    public Diagnosis diagnose() {
        return Diagnoses.of(kept().analysis());
    }

    @Override
    public Listing open(View view, Cell cell, int limit) {
        Analysis analysis = kept().analysis();
        Ballot ballot = analysis.ballot();
        PairLabels labels = analysis.labels(view.model());
        Set<UUID> untrained = leftOut.all();
        PairSet members =
                new Cells(analysis, view.model(), untrained).members(cell, within(analysis, view));
        IntStream pairs = members.members();
        if (cell instanceof Cell.AgainstExperts) {
            pairs =
                    pairs.boxed()
                            .sorted(Comparator.comparingDouble(i -> -gap(ballot, labels, i)))
                            .mapToInt(i -> i);
        }
        Set<UUID> again = askedAgain.open();
        return new Listing(
                pairs.limit(limit).mapToObj(i -> row(ballot, labels, i, again, untrained)).toList(),
                members.count());
    }

    private static double ruled(PairLabels labels, int pair) {
        return 1 / (1 + Math.exp(-labels.logOdds(pair)));
    }

    private static double gap(Ballot ballot, PairLabels labels, int pair) {
        return Math.abs(ruled(labels, pair) - ballot.choices().preference(pair));
    }

    private static CellRow row(
            Ballot ballot, PairLabels labels, int pair, Set<UUID> again, Set<UUID> untrained) {
        String strongest =
                labels.label(pair).contributions().stream()
                        .max(Comparator.comparingDouble(part -> Math.abs(part.logOdds())))
                        .map(part -> part.rule())
                        .orElse("");
        PairView view = ballot.pairs().get(pair);
        return new CellRow(
                view.ref(),
                PromptLead.of(view.prompt().text(), LEAD),
                ruled(labels, pair),
                ballot.choices().preference(pair),
                strongest,
                again.contains(view.ref().comparisonId()),
                untrained.contains(view.ref().comparisonId()));
    }

    @Override
    public Optional<PairLabel> explain(PairRef pair, ModelChoice model) {
        Analysis analysis = kept().analysis();
        List<PairView> pairs = analysis.ballot().pairs();
        return IntStream.range(0, pairs.size())
                .filter(i -> pairs.get(i).ref().equals(pair))
                .mapToObj(i -> Explained.of(analysis.ballot(), analysis.labels(model), i))
                .findFirst();
    }

    @Override
    public Uncovered uncovered(View view) {
        return uncovered(view, new WordVectors(), () -> {});
    }

    @Override
    public JobHandle<Uncovered> uncoveredByMeaning(View view) {
        return jobs.start("Group what no rule votes on", progress -> byMeaning(view, progress));
    }

    private Uncovered byMeaning(View view, Progress progress) {
        progress.stage("Read prompts");
        try {
            return uncovered(view, encoder.with(progress), progress::safePoint);
        } catch (ServiceException e) {
            LoggerFactory.getLogger(ProjectCoverage.class).warn("grouped by words instead", e);
            progress.notice("The sentence encoder did not answer: " + e.getMessage());
            return uncovered(view);
        }
    }

    @Override
    public Agreement agreement(View view) {
        Analysis analysis = kept().analysis();
        return Agreements.of(analysis.ballot(), within(analysis, view));
    }

    /// @param encoder whose vectors say which prompts are alike
    /// @param betweenSteps called between steps of some seconds; may throw to end it
    Uncovered uncovered(View view, TextEncoder encoder, Runnable betweenSteps) {
        Kept now = kept();
        Analysis analysis = now.analysis();
        String key = encoder.id() + " " + view.slice();
        Uncovered known = now.groups().get(key);
        if (known == null) {
            PairSet left = within(analysis, view).minus(analysis.votes().covered());
            known = new Grouping(analysis.ballot(), encoder, betweenSteps).group(left);
            now.groups().put(key, known);
        }
        return known;
    }

    @Override
    public void askAgain(UUID comparison) {
        askedAgain.ask(comparison);
    }

    @Override
    public void leaveOut(UUID comparison) {
        leftOut.leaveOut(comparison);
    }

    @Override
    public void takeIn(UUID comparison) {
        leftOut.takeIn(comparison);
    }
}
