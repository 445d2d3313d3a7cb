package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.memory.MemoryNeed;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.engine.Engines;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.memory.MemoryCheck;
import dev.whetstone.services.model.Models;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.reward.ProjectRewards;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.services.worker.ModelRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Runs below the project's artefact folder.
public final class ProjectAlignments implements Alignments {
    private final OpenProject project;
    private final Jobs jobs;
    private final ModelRuntime runtime;
    private final Models models;
    private final Voting voting;
    private final ProjectRewards rewards;
    private final Engines engines;
    private final InstantSource clock;

    public ProjectAlignments(
            OpenProject project,
            Jobs jobs,
            ModelRuntime runtime,
            Models models,
            Voting voting,
            ProjectRewards rewards,
            Engines engines,
            InstantSource clock) {
        this.project = project;
        this.jobs = jobs;
        this.runtime = runtime;
        this.models = models;
        this.voting = voting;
        this.rewards = rewards;
        this.engines = engines;
        this.clock = clock;
    }

    @Override
    public AlignSettings defaults() {
        return AlignDefaults.settings(engines.device());
    }

    @Override
    public JobHandle<Preflight> preflight(AlignSettings settings) {
        return jobs.start("Check before alignment", progress -> check(settings, progress));
    }

    private Preflight check(AlignSettings settings, Progress progress) throws InterruptedException {
        List<Preflight.Finding> findings = new ArrayList<>();
        attempt(
                findings,
                "prompts",
                () -> {
                    PromptSplit split = PromptSplit.of(project, settings);
                    return split.loop().size()
                            + " to learn from, "
                            + split.evaluation().size()
                            + " to measure on";
                });
        attempt(findings, "reward model", () -> "version " + rewards.newestNumber());
        progress.stage("Reading the model");
        JsonNode model =
                runtime.run(new Job.Inspect(models.ref(settings.base()).folder()), progress);
        MemoryNeed memory = memory(settings, progress);
        findings.add(
                new Preflight.Finding(
                        memory.fits() ? Preflight.Level.OK : Preflight.Level.WARNING,
                        "memory",
                        MemoryCheck.words(memory)));
        return new Preflight(
                new Preflight.ModelSummary(
                        settings.base(),
                        model.path("architecture").asText(),
                        model.path("parameters").asLong(),
                        settings.device().dtype().name().toLowerCase(java.util.Locale.ROOT)),
                memory.peakBytes(),
                memory.freeBytes(),
                findings);
    }

    @Override
    public JobHandle<MemoryNeed> memory(AlignSettings settings) {
        return jobs.start("Estimate memory", progress -> memory(settings, progress));
    }

    private MemoryNeed memory(AlignSettings settings, Progress progress)
            throws InterruptedException {
        return new MemoryCheck(runtime)
                .most(
                        models.ref(settings.base()),
                        RunMemory.of(settings, PromptSplit.of(project, settings)),
                        settings.device(),
                        progress);
    }

    /// A check that answers with what it found.
    private interface Look {
        String found();
    }

    private static void attempt(List<Preflight.Finding> findings, String name, Look look) {
        try {
            findings.add(new Preflight.Finding(Preflight.Level.OK, name, look.found()));
        } catch (ServiceException e) {
            findings.add(new Preflight.Finding(Preflight.Level.BLOCKER, name, e.text()));
        }
    }

    @Override
    public JobHandle<AlignReport> run(AlignSettings settings) {
        return jobs.start(
                "Align",
                progress -> {
                    PromptSplit split = PromptSplit.of(project, settings);
                    int reward = rewards.newestNumber();
                    ModelRef policy = models.ref(settings.base());
                    RunFolder folder = RunFiles.next(project.artefacts());
                    Path base = base(policy, folder, progress);
                    JsonFiles.writeLines(
                            folder.prompts(), split.loop().stream().map(LoopPrompt::row).toList());
                    JsonFiles.writeLines(
                            folder.evaluation(),
                            split.evaluation().stream().map(LoopPrompt::row).toList());
                    RunRecord record =
                            new RunRecord(
                                    UUID.randomUUID(),
                                    clock.instant(),
                                    base.toString(),
                                    reward,
                                    voting.ballot().hash().hex(),
                                    -1,
                                    settings);
                    JsonFiles.write(folder.settings(), record);
                    return go(folder, record, progress);
                });
    }

    /// The loop's adapters lie on one folder: a policy that is a base under adapters is merged
    /// into the run's own.
    private Path base(ModelRef policy, RunFolder folder, Progress progress)
            throws InterruptedException {
        if (policy.adapters().isEmpty()) {
            return policy.folder();
        }
        progress.stage("Merging the base");
        Path merged = folder.root().resolve("base").toAbsolutePath();
        // left by a start that was cut off before the run was written
        WholeFile.delete(merged);
        runtime.run(new Job.Merge(policy, merged), progress);
        return merged;
    }

    @Override
    public JobHandle<AlignReport> resume() {
        return jobs.start(
                "Align",
                progress -> {
                    List<RunFolder> known = RunFiles.all(project.artefacts());
                    RunFolder last =
                            known.stream()
                                    .filter(ProjectAlignments::isUnfinished)
                                    .reduce((first, second) -> second)
                                    .orElseThrow(
                                            () ->
                                                    new ServiceException(
                                                            "align.none",
                                                            "No run is waiting to be resumed.",
                                                            "Start one with: whetstone align run"
                                                                    + " PROJECT"));
                    return go(last, record(last), progress);
                });
    }

    /// The iteration to use is written after the report.
    private static boolean isUnfinished(RunFolder run) {
        return !Files.exists(run.report()) || record(run).kept() < 0;
    }

    private AlignReport go(RunFolder folder, RunRecord record, Progress progress)
            throws InterruptedException {
        if (!record.rules().equals(voting.ballot().hash().hex())) {
            throw new ServiceException(
                    "align.changed",
                    "Judgements or rules have changed since this run began.",
                    "Start a new run; the finished iterations of this one stay.");
        }
        RunStore.started(project, record);
        AlignSettings settings = record.settings();
        LoopRules rules = VotingRules.of(project, voting, progress);
        LoopScorer scorer = new RewardScorer(rewards, record.rewardVersion());
        Stages stages = new Stages(runtime, scorer, rules, settings);
        AlignReport report =
                new AlignLoop(
                                folder,
                                settings,
                                Path.of(record.base()),
                                stages,
                                new Evaluation(runtime, stages, rules, settings),
                                new RunObserver(folder, record))
                        .run(progress);
        if (record.kept() < 0) {
            JsonFiles.write(folder.settings(), record.withKept(report.kept()));
        }
        return report;
    }

    /// Writes where the run stands, and finished iterations into the project.
    private final class RunObserver implements AlignLoop.Observer {
        private final RunFolder folder;
        private final RunRecord record;

        RunObserver(RunFolder folder, RunRecord record) {
            this.folder = folder;
            this.record = record;
        }

        @Override
        public void stage(int iteration, Stage stage) {
            JsonFiles.write(
                    folder.iteration(iteration).folder().resolve("state.json"),
                    JsonFiles.object()
                            .put("stage", stage.name().toLowerCase(java.util.Locale.ROOT)));
        }

        @Override
        public void finished(IterationReport report) {
            RunStore.finished(project, record, folder, report, clock.instant());
            project.changed(Change.ALIGNMENT);
        }
    }

    private static RunRecord record(RunFolder folder) {
        return RunRecords.read(folder.settings());
    }

    private RunFolder folder(String run) {
        return RunFiles.all(project.artefacts()).stream()
                .filter(folder -> folder.name().equals(run))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "align.none", "There is no run " + run + ".", ""));
    }

    @Override
    public List<RunStatus> runs() {
        return readable(failure -> {});
    }

    @Override
    public List<String> unreadable() {
        List<String> reasons = new ArrayList<>();
        var unused = readable(failure -> reasons.add(failure.text()));
        return reasons;
    }

    private List<RunStatus> readable(Consumer<ServiceException> older) {
        List<RunStatus> runs = new ArrayList<>();
        for (RunFolder folder : RunFiles.all(project.artefacts()).reversed()) {
            try {
                runs.add(status(folder));
            } catch (ServiceException e) {
                if (!RunRecords.isOlder(e)) {
                    throw e;
                }
                older.accept(e);
            }
        }
        return runs;
    }

    private RunStatus status(RunFolder folder) {
        RunRecord record = record(folder);
        List<IterationReport> finished = new ArrayList<>();
        int number = 1;
        while (Files.exists(folder.iteration(number).report())) {
            finished.add(RunRecords.read(folder.iteration(number).report(), IterationReport.class));
            number++;
        }
        int iterations = record.settings().iterations();
        boolean done = Files.exists(folder.report());
        Path state = folder.iteration(number).folder().resolve("state.json");
        Stage stage =
                done
                        ? Stage.DONE
                        : Files.exists(state)
                                ? Stage.valueOf(
                                        JsonFiles.read(state, JsonNode.class)
                                                .path("stage")
                                                .asText()
                                                .toUpperCase(java.util.Locale.ROOT))
                                : Stage.SAMPLE;
        return new RunStatus(
                folder.name(),
                folder.root(),
                record.started(),
                record.settings().dpo().loss(),
                Math.min(number, iterations),
                stage,
                iterations,
                Math.max(0, record.kept()),
                finished);
    }

    @Override
    public Optional<AlignReport> report(String run) {
        RunFolder folder = folder(run);
        return Files.exists(folder.report())
                ? Optional.of(inWords(RunRecords.read(folder.report(), AlignReport.class)))
                : Optional.empty();
    }

    /// The rules as they are said today, also in reports of older programs.
    private AlignReport inWords(AlignReport report) {
        Map<UUID, SlotValues> slots = new HashMap<>();
        project.with(file -> file.rules().current())
                .forEach(rule -> slots.put(rule.ruleId(), new SlotValues(rule.slots())));
        return report.withRules(
                report.rules().stream()
                        .map(
                                rule ->
                                        rule.withSentence(
                                                RuleTexts.sentence(
                                                        RuleTexts.parse(rule.text()),
                                                        slots.getOrDefault(
                                                                rule.rule(), SlotValues.NONE))))
                        .toList());
    }

    @Override
    public List<Sample> samples(String run, int iteration, int limit) {
        RunFolder folder = folder(run);
        List<LoopPrompt> prompts = LoopPrompt.read(folder.evaluation());
        Map<String, Sampled> before = new HashMap<>();
        Sampled.read(folder.start().evaluation(), prompts)
                .forEach(s -> before.put(s.prompt().id(), s));
        List<Sample> samples = new ArrayList<>();
        for (Sampled now : Sampled.read(folder.iteration(iteration).evaluation(), prompts)) {
            Sampled then = before.get(now.prompt().id());
            if (then != null && samples.size() < limit) {
                samples.add(
                        new Sample(
                                now.prompt().text(),
                                then.texts().getFirst().text(),
                                then.score(0),
                                now.texts().getFirst().text(),
                                now.score(0)));
            }
        }
        return samples;
    }

    @Override
    public List<LiveSample> live(String run, int limit) {
        return LiveReplies.read(folder(run), limit);
    }

    @Override
    public List<Map<String, Double>> metrics(String run, int iteration) {
        RunFolder.Step step = folder(run).iteration(iteration);
        Path live = step.training().resolve("metrics.jsonl");
        Path file = Files.exists(step.metrics()) ? step.metrics() : live;
        return Files.exists(file) ? TrainingMetrics.rows(JsonFiles.readLines(file)) : List.of();
    }

    @Override
    public Optional<Lineage> lineage(String run, int iteration, int pair) {
        List<JsonNode> pairs = JsonFiles.readLines(folder(run).iteration(iteration).pairs());
        if (pair < 0 || pair >= pairs.size()) {
            return Optional.empty();
        }
        JsonNode row = pairs.get(pair);
        Map<UUID, List<Lineage.Cause>> known =
                VotingRules.origins(project, voting.ballot().rules());
        List<Lineage.Cause> causes = new ArrayList<>();
        for (JsonNode vote : row.path("lineage").path("rules")) {
            UUID rule = UUID.fromString(vote.path("rule").asText());
            causes.addAll(known.getOrDefault(rule, List.of()));
        }
        return Optional.of(
                new Lineage(
                        run,
                        iteration,
                        pair,
                        row.path("prompt").isTextual()
                                ? row.path("prompt").asText()
                                : row.path("prompt").toString(),
                        row.path("chosen").asText(),
                        row.path("rejected").asText(),
                        row.path("score_chosen").asDouble(),
                        row.path("score_rejected").asDouble(),
                        row.path("p").asDouble(),
                        row.path("lineage").path("reward_version").asInt(),
                        causes));
    }

    @Override
    public void keep(String run, int iteration) {
        RunFolder folder = folder(run);
        if (iteration != 0 && !Files.exists(folder.iteration(iteration).report())) {
            throw new ServiceException(
                    "align.iteration", run + " has no finished iteration " + iteration + ".", "");
        }
        RunRecord record = record(folder).withKept(iteration);
        JsonFiles.write(folder.settings(), record);
        RunStore.kept(project, record);
        project.changed(Change.ALIGNMENT);
    }
}
