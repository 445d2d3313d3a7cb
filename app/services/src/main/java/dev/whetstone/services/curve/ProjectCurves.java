package dev.whetstone.services.curve;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.curve.Curve;
import dev.whetstone.core.reward.curve.CurveData;
import dev.whetstone.core.reward.curve.CurveSettings;
import dev.whetstone.core.reward.curve.LearningCurve;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.reward.RuleFeatures;
import dev.whetstone.services.reward.SentenceEncoder;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleVersion;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Learning curves over the project file. Rules enter with the comparisons whose explanations
/// say them; slot values are those from before anything was fitted on all choices.
public final class ProjectCurves implements LearningCurves {
    private final OpenProject project;
    private final Jobs jobs;
    private final Voting voting;
    private final Explaining explaining;
    private final SentenceEncoder encoder;
    private final InstantSource clock;

    public ProjectCurves(
            OpenProject project,
            Jobs jobs,
            Voting voting,
            Explaining explaining,
            SentenceEncoder encoder,
            InstantSource clock) {
        this.project = project;
        this.jobs = jobs;
        this.voting = voting;
        this.explaining = explaining;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public JobHandle<CurveReport> measure(long seed) {
        return jobs.start("Measure the learning curve", progress -> measure(seed, progress));
    }

    private CurveReport measure(long seed, Progress progress) {
        long from = System.nanoTime();
        progress.stage("Counting votes");
        Ballot active = voting.ballot();
        if (active.rules().isEmpty()) {
            throw new ServiceException(
                    "curve.rules",
                    "There are no rules to compare with choices alone.",
                    "Accept or write a rule first.");
        }
        int[] rows = CurveMaterial.rows(active, seed);
        Set<UUID> used = new HashSet<>();
        IntStream.of(rows)
                .filter(row -> !active.choices().of(row).isEmpty())
                .forEach(row -> used.add(active.pairs().get(row).ref().comparisonId()));
        progress.stage("Reading explanations");
        BroughtRules rules = rules(active, used, progress);
        List<RuleVersion> forms = rules.forms().stream().map(Brought::rule).toList();
        RulesFile file = voting.filledRulesFile(forms);
        progress.stage("Reading texts");
        CurveData data =
                CurveMaterial.data(
                        voting.ballot(forms),
                        rows,
                        file,
                        RuleFeatures.encoder(
                                items(active, rows),
                                file,
                                encoder.with(progress),
                                voting.detectors().live(voting.detectors().all()),
                                progress));
        progress.stage("Learning from more and more choices");
        Curve curve = measure(data, rules, seed, progress);
        CurveReport report =
                new CurveReport(
                        curve,
                        CurveMaterial.judged(active).size(),
                        used.size(),
                        count(active.rules()),
                        seed,
                        clock.instant(),
                        (System.nanoTime() - from) / 1e9,
                        false);
        project.with(
                opened -> {
                    KeptCurve.write(opened.settings(), report, active.hash());
                    return true;
                });
        project.changed(Change.REWARD);
        return report;
    }

    private static List<ResponseEncoder.Item> items(Ballot ballot, int[] rows) {
        List<ResponseEncoder.Item> items = new ArrayList<>();
        for (int row : rows) {
            PairView pair = ballot.pairs().get(row);
            items.add(new ResponseEncoder.Item(pair.prompt().text(), pair.a().text()));
            items.add(new ResponseEncoder.Item(pair.prompt().text(), pair.b().text()));
        }
        return items;
    }

    private static Curve measure(CurveData data, BroughtRules rules, long seed, Progress progress) {
        try {
            return new LearningCurve(CurveSettings.of(seed))
                    .measure(
                            data,
                            rules,
                            (done, of) -> {
                                progress.safePoint();
                                progress.units(done, of);
                            });
        } catch (IllegalArgumentException e) {
            throw new ServiceException(
                    "curve.data", String.valueOf(e.getMessage()), "Judge more comparisons.", e);
        }
    }

    private BroughtRules rules(Ballot active, Set<UUID> used, Progress progress) {
        List<Judgement> judgements =
                project.judgements().stream()
                        .filter(judgement -> used.contains(judgement.comparisonId()))
                        .toList();
        List<RuleVersion> rules =
                active.rules().stream()
                        .filter(rule -> !(rule.source() instanceof RuleSource.Suggested))
                        .toList();
        List<Brought> forms =
                BroughtRules.forms(
                        rules,
                        this::asAccepted,
                        judgements.stream()
                                .collect(
                                        Collectors.toMap(
                                                Judgement::id,
                                                each -> each.comparisonId().toString())),
                        Reasons.read(judgements, explaining, progress));
        return new BroughtRules(
                forms, voting.ballot(forms.stream().map(Brought::rule).toList()).families());
    }

    /// The rule with the slot values of its first version with this text.
    private RuleVersion asAccepted(RuleVersion rule) {
        return project.with(file -> file.rules().history(rule.ruleId())).stream()
                .filter(version -> version.text().equals(rule.text()))
                .reduce((newer, older) -> older)
                .map(first -> rule.withSlots(first.slots()))
                .orElse(rule);
    }

    private static CurveReport.RuleCount count(List<RuleVersion> rules) {
        int explained = 0;
        int written = 0;
        int suggested = 0;
        for (RuleVersion rule : rules) {
            switch (rule.source()) {
                case RuleSource.Explained _ -> explained++;
                case RuleSource.Written _ -> written++;
                case RuleSource.Suggested _ -> suggested++;
            }
        }
        return new CurveReport.RuleCount(explained, written, suggested);
    }

    @Override
    public Optional<CurveReport> kept() {
        return project.with(file -> KeptCurve.read(file.settings()))
                .map(kept -> kept.report(voting.ballot().hash()));
    }
}
