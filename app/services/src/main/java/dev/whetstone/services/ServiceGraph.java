package dev.whetstone.services;

import dev.whetstone.core.explain.ExplanationParser;
import dev.whetstone.core.explain.Lexicon;
import dev.whetstone.core.project.Ids;
import dev.whetstone.services.accuracy.ProjectAccuracies;
import dev.whetstone.services.agreement.ProjectAgreements;
import dev.whetstone.services.align.ProjectAlignments;
import dev.whetstone.services.align.RunPolicies;
import dev.whetstone.services.coverage.ProjectCoverage;
import dev.whetstone.services.curve.ProjectCurves;
import dev.whetstone.services.data.ProjectData;
import dev.whetstone.services.data.ProjectExport;
import dev.whetstone.services.detect.DetectorBook;
import dev.whetstone.services.detectors.CheckpointReader;
import dev.whetstone.services.detectors.EncoderReader;
import dev.whetstone.services.detectors.ProjectDetectors;
import dev.whetstone.services.engine.EngineShelf;
import dev.whetstone.services.engine.Engines;
import dev.whetstone.services.engine.PackEngines;
import dev.whetstone.services.explain.ExplanationFile;
import dev.whetstone.services.explain.ExplanationReader;
import dev.whetstone.services.explain.ProjectClarifying;
import dev.whetstone.services.explain.ProjectExplaining;
import dev.whetstone.services.explain.ProjectParser;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobRunner;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.judge.AskedAgain;
import dev.whetstone.services.judge.LeftOut;
import dev.whetstone.services.judge.ProjectJudging;
import dev.whetstone.services.label.ProjectLabels;
import dev.whetstone.services.model.ModelInfo;
import dev.whetstone.services.model.Models;
import dev.whetstone.services.place.Places;
import dev.whetstone.services.project.CheckReport;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.project.StoreFailures;
import dev.whetstone.services.reward.ProjectRewards;
import dev.whetstone.services.reward.SentenceEncoder;
import dev.whetstone.services.rules.ProjectFamilies;
import dev.whetstone.services.rules.ProjectRules;
import dev.whetstone.services.sample.SampleMaker;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.services.worker.Engine;
import dev.whetstone.services.worker.LazyWorker;
import dev.whetstone.services.worker.ModelRuntime;
import dev.whetstone.services.worker.SameProcess;
import dev.whetstone.store.project.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/// Wires the services by hand.
public final class ServiceGraph implements Workbench {
    /// The bundled starter is stored in fp16.
    private static final int STARTER_WEIGHT_BYTES = 2;

    private final Jobs jobs;
    private final ModelRuntime runtime;
    private final Engine engine;
    private final AutoCloseable worker;
    private final Engines engines;
    private final Models models;
    private final SentenceEncoder encoder;
    private final CheckpointReader checkpoints;
    private final InstantSource clock;
    private final Ids ids;
    private final ExplanationParser parser = new ExplanationParser(Lexicon.bundled());

    private ServiceGraph(
            Jobs jobs,
            ModelRuntime runtime,
            Engine engine,
            AutoCloseable worker,
            Engines engines,
            Places places,
            InstantSource clock,
            Ids ids) {
        this.jobs = jobs;
        this.runtime = runtime;
        this.engine = engine;
        this.worker = worker;
        this.engines = engines;
        this.models = new Models(places, new RunPolicies());
        this.encoder = new SentenceEncoder(runtime);
        this.checkpoints = new CheckpointReader(runtime);
        this.clock = clock;
        this.ids = ids;
    }

    /// With the worker of the running installation.
    public static ServiceGraph standard(Places places) {
        InstantSource clock = InstantSource.system();
        EngineShelf shelf = new EngineShelf(places, clock);
        LazyWorker worker = new LazyWorker(shelf, places);
        Jobs jobs = new JobRunner();
        return new ServiceGraph(
                jobs,
                worker,
                worker,
                worker,
                new PackEngines(shelf, jobs),
                places,
                clock,
                new Ids(clock, new SecureRandom()));
    }

    /// With another runtime, e.g. one that runs in the same process.
    public static ServiceGraph with(
            ModelRuntime runtime, Places places, InstantSource clock, Ids ids) {
        Jobs jobs = new JobRunner();
        return new ServiceGraph(
                jobs,
                runtime,
                new SameProcess(),
                () -> {},
                new PackEngines(new EngineShelf(places, clock), jobs),
                places,
                clock,
                ids);
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public ModelRuntime runtime() {
        return runtime;
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Engines engines() {
        return engines;
    }

    @Override
    public Models models() {
        return models;
    }

    @Override
    public SentenceEncoder encoder() {
        return encoder;
    }

    @Override
    public ProjectServices create(Path file) {
        return services(OpenProject.create(file, clock));
    }

    @Override
    public ProjectServices open(Path file) {
        return services(OpenProject.open(file));
    }

    private ProjectServices services(OpenProject project) {
        ConceptBook concepts = new ConceptBook(project);
        EncoderReader reader = new EncoderReader(encoder, checkpoints);
        Voting voting = new Voting(project, concepts, new DetectorBook(project, reader));
        ProjectParser sentences = new ProjectParser(parser, concepts);
        ProjectRules rules = new ProjectRules(project, voting, concepts, clock, ids);
        ProjectLabels labels = new ProjectLabels(project, voting, clock);
        ProjectRewards rewards = new ProjectRewards(project, jobs, voting, labels, encoder, clock);
        ProjectCoverage coverage =
                new ProjectCoverage(
                        voting,
                        rules,
                        new AskedAgain(project, clock),
                        new LeftOut(project, clock),
                        jobs,
                        encoder);
        ProjectExplaining explaining =
                new ProjectExplaining(
                        project,
                        rules,
                        new ExplanationReader(sentences, concepts),
                        new ProjectClarifying(project, rules, voting, concepts, clock),
                        () -> new ExplanationFile(sentences.parser(), concepts.concepts()));
        return new ProjectServices(
                project,
                new ProjectJudging(project, clock, ids),
                explaining,
                rules,
                new ProjectFamilies(project, voting, clock),
                new ProjectDetectors(project, jobs, voting, concepts, encoder, checkpoints, clock),
                coverage,
                new ProjectAgreements(voting),
                labels,
                rewards,
                new ProjectAccuracies(project, jobs, rewards, coverage),
                new ProjectCurves(project, jobs, voting, explaining, encoder, clock),
                new ProjectAlignments(
                        project, jobs, runtime, models, voting, rewards, engines, clock),
                new ProjectData(
                        project,
                        jobs,
                        clock,
                        new ProjectExport(project, labels, new LeftOut(project, clock))));
    }

    @Override
    public CheckReport check(Path file, Repair repair) {
        return StoreFailures.translate(
                () -> {
                    try (ProjectFile opened = ProjectFile.open(file)) {
                        if (repair == Repair.REPORT) {
                            return new CheckReport(opened.check(), List.of());
                        }
                        dev.whetstone.store.project.Repair done = opened.repair();
                        return new CheckReport(
                                done.after(),
                                List.of("kept " + done.backup(), "built the indexes anew"));
                    }
                });
    }

    @Override
    public JobHandle<Path> createSample(Path file) {
        return jobs.start(
                "Make the sample project",
                progress -> {
                    try (ProjectServices made = create(file)) {
                        SampleMaker.fill(made.data(), made.rules());
                    }
                    return file;
                });
    }

    @Override
    public List<ModelInfo> bundledModels() {
        Path folder = models.folder(Models.STARTER);
        long bytes = folder.resolve("model.safetensors").toFile().length();
        return Files.exists(folder)
                ? List.of(
                        new ModelInfo(
                                Models.STARTER,
                                folder,
                                "LlamaForCausalLM",
                                bytes / STARTER_WEIGHT_BYTES,
                                bytes))
                : List.of();
    }

    @Override
    public void close() {
        jobs.close();
        try {
            worker.close();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(ServiceGraph.class).warn("the worker stayed", e);
        }
    }
}
