package dev.whetstone.desktop.fake;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.project.Annotator;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.Workbench;
import dev.whetstone.services.agreement.AgreementReport;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Subscription;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Judging;
import dev.whetstone.services.label.Labelling;
import dev.whetstone.services.label.Labels;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.label.PairLabel;
import dev.whetstone.services.model.ModelInfo;
import dev.whetstone.services.model.Models;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.CheckReport;
import dev.whetstone.services.project.Project;
import dev.whetstone.services.project.ProjectInfo;
import dev.whetstone.services.reward.SentenceEncoder;
import dev.whetstone.services.worker.ModelRuntime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// A workbench with one project that is held in memory.
public final class FakeWorkbench implements Workbench {
    private final FakeJobs jobs = new FakeJobs();
    private final FakeDesk desk = new FakeDesk(Claims.cases());
    private final FakeExplaining explaining = new FakeExplaining();
    private final FakeRules rules = new FakeRules();
    private final FakeDetectors detectors = new FakeDetectors();
    private final FakeFamilies families = new FakeFamilies();
    private final FakeCoverage coverage = new FakeCoverage();
    private final FakeRewards rewards = new FakeRewards();
    private final FakeAlignments alignments;
    private final FakeData data = new FakeData();
    private final FakeEngine engine = new FakeEngine();
    private final FakeEngines engines = new FakeEngines();
    private final FakeProject.Notes notes = new FakeProject.Notes();

    public FakeWorkbench() {
        this(true);
    }

    /// @param aligned whether a finished run is there
    public FakeWorkbench(boolean aligned) {
        alignments = new FakeAlignments(aligned);
    }

    public FakeDesk desk() {
        return desk;
    }

    public FakeDetectors detectors() {
        return detectors;
    }

    public FakeExplaining explaining() {
        return explaining;
    }

    public FakeFamilies families() {
        return families;
    }

    public FakeRules rules() {
        return rules;
    }

    public FakeCoverage coverage() {
        return coverage;
    }

    public FakeAlignments alignments() {
        return alignments;
    }

    public FakeData data() {
        return data;
    }

    @Override
    public FakeEngines engines() {
        return engines;
    }

    @Override
    public FakeJobs jobs() {
        return jobs;
    }

    @Override
    public ProjectServices create(Path file) {
        return open(file);
    }

    @Override
    public ProjectServices open(Path file) {
        if (file.toString().contains("locked")) {
            throw new ServiceException(
                    "project.locked", file + " is open in another window.", "Close it there.");
        }
        return new ProjectServices(
                new FakeProject(file, notes),
                new FakeJudging(),
                explaining,
                rules,
                families,
                detectors,
                coverage,
                () ->
                        new AgreementReport(
                                List.of(),
                                0,
                                0,
                                Estimate.UNDEFINED,
                                Estimate.UNDEFINED,
                                Estimate.UNDEFINED,
                                Estimate.UNDEFINED,
                                List.of()),
                new FakeLabels(),
                rewards,
                new FakeAccuracies(),
                new FakeCurves(),
                alignments,
                data);
    }

    @Override
    public CheckReport check(Path file, Repair repair) {
        return new CheckReport(List.of(), List.of());
    }

    @Override
    public JobHandle<Path> createSample(Path file) {
        return FakeJob.done("Make the sample", file);
    }

    @Override
    public List<ModelInfo> bundledModels() {
        return List.of(
                new ModelInfo(
                        "starter", Path.of("starter"), "LlamaForCausalLM", 4_200_000, 8_600_000));
    }

    @Override
    public ModelRuntime runtime() {
        throw new UnsupportedOperationException("no runtime behind the fake");
    }

    @Override
    public FakeEngine engine() {
        return engine;
    }

    @Override
    public Models models() {
        throw new UnsupportedOperationException("no models behind the fake");
    }

    @Override
    public SentenceEncoder encoder() {
        throw new UnsupportedOperationException("no encoder behind the fake");
    }

    @Override
    public void close() {
        // nothing is held
    }

    private final class FakeJudging implements Judging {
        @Override
        public List<Annotator> annotators() {
            return List.of(new Annotator(new UUID(3, 0), "Maria"));
        }

        @Override
        public Annotator annotator(String name) {
            return new Annotator(new UUID(3, 0), name);
        }

        @Override
        public Desk desk(Annotator annotator) {
            return desk;
        }
    }

    /// The guidelines as they were last written.
    public String guidelines() {
        return notes.text;
    }

    private record FakeProject(Path file, Notes notes) implements Project {
        private static final class Notes {
            private String text = "## Always\n\n- name the claim reference";
        }

        @Override
        public String guidelines() {
            return notes.text;
        }

        @Override
        public void setGuidelines(String text) {
            notes.text = text;
        }

        @Override
        public Path artefacts() {
            return file.resolveSibling("artefacts");
        }

        @Override
        public ProjectInfo info() {
            return new ProjectInfo(
                    new UUID(0, 1),
                    "Claims desk",
                    file,
                    artefacts(),
                    Instant.EPOCH,
                    1,
                    60,
                    124,
                    60,
                    5_000,
                    412,
                    412,
                    9,
                    12,
                    2,
                    0,
                    List.of("Maria"));
        }

        @Override
        public Subscription onChange(Consumer<Change> listener) {
            return () -> {};
        }

        @Override
        public void backup(Path target) {
            throw new UnsupportedOperationException("no backup of a fake");
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private static final class FakeLabels implements Labels {
        @Override
        public Labelling label(ModelChoice model) {
            return new Labelling(model, List.of(), Map.of(), .5, true, .77, .69, .84, .1, "hash");
        }

        @Override
        public Optional<PairLabel> explain(PairRef ref) {
            return Optional.empty();
        }
    }
}
