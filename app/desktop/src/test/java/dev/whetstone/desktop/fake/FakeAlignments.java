package dev.whetstone.desktop.fake;

import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.memory.MemoryNeed;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.services.align.AlignReport;
import dev.whetstone.services.align.AlignSettings;
import dev.whetstone.services.align.Alignments;
import dev.whetstone.services.align.ControlReport;
import dev.whetstone.services.align.IterationReport;
import dev.whetstone.services.align.Lineage;
import dev.whetstone.services.align.LiveSample;
import dev.whetstone.services.align.PairChoice;
import dev.whetstone.services.align.Pairing;
import dev.whetstone.services.align.Preflight;
import dev.whetstone.services.align.RuleReport;
import dev.whetstone.services.align.RunCheck;
import dev.whetstone.services.align.RunStatus;
import dev.whetstone.services.align.Sample;
import dev.whetstone.services.align.Stage;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.reward.Estimate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One finished run, or none; a started run is moved by the test.
public final class FakeAlignments implements Alignments {
    private List<String> older = List.of();
    private final List<RunStatus> runs = new ArrayList<>();
    private final FakeJob<AlignReport> job = new FakeJob<>("Align the model");
    private int kept = 2;

    public FakeAlignments(boolean finished) {
        if (finished) {
            runs.add(status(Stage.DONE, 3));
        }
    }

    private RunStatus status(Stage stage, int iteration) {
        List<IterationReport> finished = new ArrayList<>();
        for (int i = 1; i <= (stage == Stage.DONE ? 3 : iteration - 1); i++) {
            finished.add(iteration(i));
        }
        return new RunStatus(
                "run-1",
                Path.of("runs/run-1"),
                Instant.EPOCH,
                LossSettings.of(LossType.SIGMOID),
                iteration,
                stage,
                3,
                kept,
                finished);
    }

    /// The job of a started run.
    public FakeJob<AlignReport> job() {
        return job;
    }

    public int kept() {
        return kept;
    }

    private static IterationReport iteration(int i) {
        return new IterationReport(
                i,
                600,
                512 - 20 * i,
                Map.of("identical", 12, "near-identical", 30, "tied", 8, "too-close", 40),
                .64 - .05 * i,
                .55 + .06 * i,
                .1 * i,
                1.1 * i,
                .3 * i,
                96 + 3 * i,
                .97,
                new Estimate(.5 + .07 * i, .45 + .07 * i, .55 + .07 * i),
                new Estimate(.5 + .06 * i, .45 + .06 * i, .55 + .06 * i),
                new Estimate(.5 + .055 * i, .45 + .055 * i, .55 + .055 * i),
                new Estimate(.48 + .13 * i, .44 + .13 * i, .52 + .13 * i),
                70,
                List.of(
                        new RunCheck(
                                "padding", "Padding does not change a score", 2e-6, 1e-3, true),
                        new RunCheck(
                                "reference-unchanged",
                                "At the end the reference scores as it did at the start",
                                0,
                                0,
                                true)));
    }

    @Override
    public AlignSettings defaults() {
        return new AlignSettings(
                "starter",
                "project",
                "project",
                3,
                200,
                200,
                5,
                new Pairing(PairChoice.BEST_WORST, .05, .9, 9, Pairing.CutOff.LEAVE_OUT),
                Sampling.DEFAULT,
                Sampling.DEFAULT,
                new DpoSettings(
                        LossSettings.of(LossType.SIGMOID),
                        new LoraSettings(16, 32, List.of()),
                        5e-4,
                        "linear",
                        10,
                        1,
                        16,
                        512,
                        1,
                        0,
                        50,
                        1),
                Device.CPU,
                AlignSettings.Controls.RANDOM_PAIRS,
                1);
    }

    @Override
    public JobHandle<Preflight> preflight(AlignSettings settings) {
        return FakeJob.done(
                "Check",
                new Preflight(
                        new Preflight.ModelSummary(
                                "starter", "LlamaForCausalLM", 4_200_000, "fp32"),
                        780_000_000L,
                        6_000_000_000L,
                        List.of(
                                new Preflight.Finding(
                                        Preflight.Level.OK, "reward model", "version 3"),
                                new Preflight.Finding(
                                        Preflight.Level.OK,
                                        "prompts",
                                        "No prompt is in both sets."),
                                new Preflight.Finding(
                                        Preflight.Level.WARNING,
                                        "length",
                                        "2.1 % of the texts are cut at 512 tokens."))));
    }

    @Override
    public JobHandle<MemoryNeed> memory(AlignSettings settings) {
        return FakeJob.done("Memory", new MemoryNeed(780_000_000L, Map.of(), 6_000_000_000L, ""));
    }

    @Override
    public JobHandle<AlignReport> run(AlignSettings settings) {
        runs.addFirst(status(Stage.TRAIN, 2));
        return job;
    }

    @Override
    public JobHandle<AlignReport> resume() {
        return job;
    }

    /// Runs of another version from now on, whose reports cannot be read.
    public void age(String sentence) {
        older = List.of(sentence);
    }

    @Override
    public List<RunStatus> runs() {
        return List.copyOf(runs);
    }

    @Override
    public List<String> unreadable() {
        return older;
    }

    @Override
    public Optional<AlignReport> report(String run) {
        if (!older.isEmpty()) {
            throw new ServiceException("align.older", older.getFirst(), "");
        }
        return Optional.of(report());
    }

    public AlignReport report() {
        return new AlignReport(
                "run-1",
                defaults(),
                new AlignReport.Start(0, 96, .97, new Estimate(.48, .44, .52)),
                List.of(iteration(1), iteration(2), iteration(3)),
                List.of(
                        new ControlReport(
                                "best-of-5",
                                .4,
                                97,
                                new Estimate(.58, .52, .64),
                                new Estimate(.57, .51, .63),
                                new Estimate(.66, .62, .7)),
                        new ControlReport(
                                "random-pairs",
                                0,
                                96,
                                new Estimate(.51, .45, .57),
                                new Estimate(.5, .44, .56),
                                new Estimate(.49, .45, .53))),
                List.of(
                        new RuleReport(
                                new java.util.UUID(0, 1),
                                "bad(X) when contains(X, @coverage)",
                                "if the response promises cover, it is worse",
                                .5,
                                100,
                                .6,
                                .9),
                        new RuleReport(
                                new java.util.UUID(0, 2),
                                "bad(X) when words(X) > 60",
                                "if the response has more than 60 words, it is worse",
                                .3,
                                200,
                                .7,
                                .55)),
                kept,
                List.of(
                        "After three iterations replies keep 87 % of the rules, up from 48 %.",
                        "They are 9 % longer than before.",
                        "DPO on random pairs did not help: 49 %."));
    }

    @Override
    public List<Sample> samples(String run, int iteration, int limit) {
        return List.of(
                new Sample(
                        "Hail broke the conservatory roof on 2 November. HC-51190. A list please.",
                        "I am sorry. This is covered. We will pay.",
                        -.9,
                        "I am sorry about your conservatory. For HC-51190 please send:\n\n1. photos"
                                + " of the roof,\n2. an estimate from a glazier.",
                        1.02));
    }

    @Override
    public List<LiveSample> live(String run, int limit) {
        return List.of(
                new LiveSample(
                        "Hail broke the conservatory roof. A list please.",
                        "I am sorry. This is covered.",
                        1,
                        "Please send:\n\n1. photos of the roof,\n2. an estimate."));
    }

    @Override
    public List<Map<String, Double>> metrics(String run, int iteration) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            rows.add(
                    Map.of(
                            "step",
                            (double) step,
                            "loss",
                            .693 - .003 * step + .01 * Math.sin(step),
                            "rewards/accuracies",
                            .5 + .004 * step,
                            "rewards/margins",
                            .01 * step,
                            "logps/chosen",
                            -60 - .05 * step,
                            "logps/rejected",
                            -60 - .3 * step));
        }
        return rows;
    }

    @Override
    public Optional<Lineage> lineage(String run, int iteration, int pair) {
        return Optional.of(
                new Lineage(
                        run,
                        iteration,
                        pair,
                        "A pipe burst.",
                        "…decided after the survey.",
                        "…fully covered.",
                        .62,
                        -1.34,
                        .88,
                        2,
                        List.of(
                                new Lineage.Cause(
                                        "rule",
                                        new java.util.UUID(5, 0).toString(),
                                        "Worse if the response promises that the claim is covered"),
                                new Lineage.Cause(
                                        "judgement",
                                        FakeDesk.id(0).toString(),
                                        "It promises the claim is covered."))));
    }

    @Override
    public void keep(String run, int iteration) {
        kept = iteration;
    }
}
