package dev.whetstone.services.align;

import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One run from its prompts to its report. Everything is decided by the settings, the prompts,
/// the reward model and the rules, all frozen in the run's folder; a stage whose files are
/// there is not done again, so a run that was killed goes on and ends the same.
final class AlignLoop {
    private final RunFolder folder;
    private final AlignSettings settings;
    private final Path base;
    private final Stages stages;
    private final Evaluation evaluation;
    private final Observer observer;

    /// Hears of what is finished; called again for stages that were finished before a restart.
    interface Observer {
        void stage(int iteration, Stage stage);

        void finished(IterationReport report);
    }

    AlignLoop(
            RunFolder folder,
            AlignSettings settings,
            Path base,
            Stages stages,
            Evaluation evaluation,
            Observer observer) {
        this.folder = folder;
        this.settings = settings;
        this.base = base;
        this.stages = stages;
        this.evaluation = evaluation;
        this.observer = observer;
    }

    AlignReport run(Progress progress) throws InterruptedException {
        List<LoopPrompt> all = LoopPrompt.read(folder.prompts());
        List<LoopPrompt> heldOut = LoopPrompt.read(folder.evaluation());
        progress.stage("Measuring the start");
        Evaluation.Measured start =
                evaluation.measure(
                        folder.start(), heldOut, ModelRef.of(base), settings.samples(), progress);
        List<IterationReport> reports = new ArrayList<>();
        for (int number = 1; number <= settings.iterations(); number++) {
            reports.add(iteration(number, share(all, number), heldOut, start, progress));
        }
        List<ControlReport> controls = new ArrayList<>();
        controls.add(evaluation.bestOf(start));
        if (settings.controls() == AlignSettings.Controls.RANDOM_PAIRS) {
            controls.add(randomPairs(share(all, 1), heldOut, start, progress));
        }
        List<RuleReport> rules =
                evaluation.rules(
                        start,
                        evaluation.measure(
                                folder.iteration(settings.iterations()),
                                heldOut,
                                policy(settings.iterations()),
                                1,
                                progress));
        AlignReport report =
                new AlignReport(
                        folder.name(),
                        settings,
                        evaluation.start(start),
                        reports,
                        controls,
                        rules,
                        reports.size(),
                        ReportWords.of(evaluation.start(start), reports, controls, rules));
        JsonFiles.write(folder.report(), report);
        return report;
    }

    /// New prompts in every iteration.
    private List<LoopPrompt> share(List<LoopPrompt> all, int number) {
        int from = (number - 1) * settings.promptsPerIteration();
        int to = Math.min(all.size(), from + settings.promptsPerIteration());
        if (from >= to) {
            throw new ServiceException(
                    "align.prompts",
                    "Iteration " + number + " has no prompts left.",
                    "Give more prompts, fewer iterations, or fewer prompts an iteration.");
        }
        return all.subList(from, to);
    }

    /// The policy after an iteration; the adapters lie over each other in order.
    private ModelRef policy(int after) {
        List<Path> adapters = new ArrayList<>();
        for (int i = 1; i <= after; i++) {
            adapters.add(folder.iteration(i).adapter());
        }
        return new ModelRef(base, adapters);
    }

    private IterationReport iteration(
            int number,
            List<LoopPrompt> prompts,
            List<LoopPrompt> heldOut,
            Evaluation.Measured start,
            Progress progress)
            throws InterruptedException {
        RunFolder.Step step = folder.iteration(number);
        if (Files.exists(step.report())) {
            IterationReport report = RunRecords.read(step.report(), IterationReport.class);
            observer.finished(report);
            return report;
        }
        Seconds seconds = new Seconds(step);
        String of = "Iteration " + number + " of " + settings.iterations() + ": ";
        long seed = settings.seed() + 1000L * number;
        observer.stage(number, Stage.SAMPLE);
        progress.stage(of + "sampling");
        seconds.add(() -> stages.sample(step, policy(number - 1), prompts, seed, progress));
        observer.stage(number, Stage.SCORE);
        progress.stage(of + "scoring");
        seconds.add(() -> stages.score(step, prompts, progress));
        observer.stage(number, Stage.PAIR);
        progress.stage(of + "pairing");
        seconds.add(() -> stages.pair(step, prompts, seed, settings.pairing()));
        observer.stage(number, Stage.TRAIN);
        progress.stage(of + "training");
        seconds.add(() -> stages.train(step, policy(number - 1), seed, progress));
        observer.stage(number, Stage.EVALUATE);
        progress.stage(of + "measuring");
        IterationReport[] report = new IterationReport[1];
        seconds.add(
                () -> {
                    Evaluation.Measured now =
                            evaluation.measure(step, heldOut, policy(number), 1, progress);
                    report[0] =
                            evaluation.report(
                                    number,
                                    step,
                                    prompts.size(),
                                    start,
                                    now,
                                    evaluation.kl(step, now, policy(number), base, progress));
                });
        IterationReport timed = report[0].withSeconds(seconds.total());
        JsonFiles.write(step.report(), timed);
        observer.stage(number, Stage.DONE);
        observer.finished(timed);
        return timed;
    }

    /// What DPO does when the preferences mean nothing: the first iteration's samples, paired
    /// by lot, each pair with the p of the real pair of its prompt.
    private ControlReport randomPairs(
            List<LoopPrompt> prompts,
            List<LoopPrompt> heldOut,
            Evaluation.Measured start,
            Progress progress)
            throws InterruptedException {
        RunFolder.Step step = folder.randomPairs();
        long seed = settings.seed() + 999;
        progress.stage("Control: training on random pairs");
        stages.pairAtRandom(step, folder.iteration(1), prompts, seed);
        stages.train(step, ModelRef.of(base), seed, progress);
        progress.stage("Control: measuring");
        Evaluation.Measured now =
                evaluation.measure(
                        step, heldOut, new ModelRef(base, List.of(step.adapter())), 1, progress);
        return evaluation.control("random-pairs", start, now.texts());
    }
}
