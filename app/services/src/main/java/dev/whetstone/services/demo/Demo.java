package dev.whetstone.services.demo;

import dev.whetstone.resources.sample.SampleProject;
import dev.whetstone.resources.sample.world.Split;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.Workbench;
import dev.whetstone.services.align.AlignReport;
import dev.whetstone.services.align.AlignSettings;
import dev.whetstone.services.align.Sample;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.reward.RewardVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The whole chain on the bundled sample, by the same services that a user's own project uses:
/// import, explanations to rules, votes, labels, reward model, the loop, and then the measure that
/// neither rules nor rewards have seen.
public final class Demo {
    private static final int PROMPTS_PER_ITERATION = 260;
    private static final int EVALUATION_PROMPTS = 150;
    private static final long SEED = 1;

    /// Waits for a job and shows it, as the caller likes to.
    @FunctionalInterface
    public interface Follower {
        <T> T follow(JobHandle<T> job);
    }

    /// What the demo found.
    ///
    /// @param wishes the expert's wish at the start, then after each iteration
    public record Outcome(
            Path project,
            int judgements,
            Explaining.Acceptance explanations,
            CoverageReport coverage,
            RewardVersion reward,
            AlignReport report,
            List<WishMeasure> wishes,
            double seconds) {
        public Outcome {
            wishes = List.copyOf(wishes);
        }
    }

    private final Workbench workbench;
    private final Follower follower;

    public Demo(Workbench workbench, Follower follower) {
        this.workbench = workbench;
        this.follower = follower;
    }

    /// Runs the demo in a folder; leaves `demo.whetstone` there.
    ///
    /// @throws ServiceException `file.exists` when the project is there already
    public Outcome run(Path folder, int iterations) {
        long from = System.nanoTime();
        Path project = folder.resolve("demo.whetstone");
        follower.follow(workbench.createSample(project));
        try (ProjectServices open = workbench.open(project)) {
            Explaining.Acceptance accepted = open.explaining().acceptSafe();
            RewardVersion reward = follower.follow(open.rewards().train(SEED));
            AlignReport report =
                    follower.follow(
                            open.alignments()
                                    .run(
                                            settings(
                                                    open.alignments().defaults(),
                                                    folder,
                                                    iterations)));
            return new Outcome(
                    project,
                    (int) open.project().info().judgements(),
                    accepted,
                    open.coverage().report(),
                    reward,
                    report,
                    wishes(open, report),
                    (System.nanoTime() - from) / 1e9);
        }
    }

    private static AlignSettings settings(AlignSettings defaults, Path folder, int iterations) {
        int loop = iterations * PROMPTS_PER_ITERATION;
        Path prompts =
                write(folder.resolve("loop-prompts.jsonl"), SampleProject.loopPrompts(0, loop));
        Path evaluation =
                write(
                        folder.resolve("evaluation-prompts.jsonl"),
                        SampleProject.prompts(Split.EVALUATION, 0, EVALUATION_PROMPTS));
        return new AlignSettings(
                defaults.base(),
                prompts.toString(),
                evaluation.toString(),
                iterations,
                PROMPTS_PER_ITERATION,
                EVALUATION_PROMPTS,
                defaults.samples(),
                defaults.pairing(),
                defaults.sampling(),
                defaults.evaluationSampling(),
                defaults.dpo(),
                defaults.device(),
                defaults.controls(),
                SEED);
    }

    private static Path write(Path file, InputStream content) {
        try (content) {
            Files.write(file, content.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new ServiceException(
                    "file.write", "Cannot write " + file + ": " + e.getMessage(), "", e);
        }
    }

    private static List<WishMeasure> wishes(ProjectServices open, AlignReport report) {
        List<WishMeasure> measures = new ArrayList<>();
        for (int i = 1; i <= report.iterations().size(); i++) {
            List<Sample> samples = open.alignments().samples(report.run(), i, EVALUATION_PROMPTS);
            if (measures.isEmpty()) {
                measures.add(WishMeasure.of(samples, Sample::before));
            }
            measures.add(WishMeasure.of(samples, Sample::after));
        }
        return measures;
    }
}
