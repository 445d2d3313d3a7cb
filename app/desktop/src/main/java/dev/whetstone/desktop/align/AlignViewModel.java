package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.JobNote;
import dev.whetstone.desktop.task.JobNotes;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.align.AlignReport;
import dev.whetstone.services.align.Alignments;
import dev.whetstone.services.align.Lineage;
import dev.whetstone.services.align.LiveSample;
import dev.whetstone.services.align.Preflight;
import dev.whetstone.services.align.RunStatus;
import dev.whetstone.services.align.Sample;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobState;
import dev.whetstone.services.job.JobStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The loop: its set-up and checks, the run under way, the report of a finished one.
public final class AlignViewModel {
    private static final int SAMPLES = 20;
    /// Units of work between two looks at the newest replies.
    private static final int LIVE_EVERY = 10;

    /// What the screen is about now.
    public enum Phase {
        LOADING,
        SETUP,
        RUNNING,
        REPORT
    }

    private final Alignments alignments;
    private final TaskRunner runner;
    private final JobNotes notes;
    private final Feedback feedback;
    private final Messages messages;
    private final AlignForm form;
    private final LiveCurves curves = new LiveCurves();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Preflight>> preflight =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RunStatus>> runs =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<JobStatus>> status =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AlignReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Sample>> samples =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Lineage>> lineage =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<LiveSample>> live =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper();
    private final BooleanProperty checking = new SimpleBooleanProperty();
    private Optional<JobHandle<AlignReport>> job = Optional.empty();
    /// What becomes of the run once it has stopped: an iteration to keep, 0 for the start.
    private Optional<Integer> keepOnceStopped = Optional.empty();

    public AlignViewModel(
            Alignments alignments,
            TaskRunner runner,
            JobNotes notes,
            Feedback feedback,
            Messages messages) {
        this.alignments = alignments;
        this.runner = runner;
        this.notes = notes;
        this.feedback = feedback;
        this.messages = messages;
        this.form = new AlignForm(alignments.defaults());
    }

    public AlignForm form() {
        return form;
    }

    public LiveCurves curves() {
        return curves;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Preflight>> preflightProperty() {
        return preflight.getReadOnlyProperty();
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<RunStatus>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<JobStatus>> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// What the run said while it went on, newest first.
    public ReadOnlyObjectProperty<List<JobNote>> notesProperty() {
        return notes.notesProperty();
    }

    public ReadOnlyObjectProperty<Optional<AlignReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Sample>> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Lineage>> lineageProperty() {
        return lineage.getReadOnlyProperty();
    }

    /// Held-out messages of the run under way, as far as they are answered.
    public ReadOnlyObjectProperty<List<LiveSample>> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /// Steps drawn so far; changes when the curves do.
    public ReadOnlyIntegerProperty stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    public BooleanProperty checkingProperty() {
        return checking;
    }

    /// Whether a run was cut off and can go on.
    public boolean canResume() {
        return !runs.get().isEmpty() && !runs.get().getFirst().isDone() && job.isEmpty();
    }

    public void load() {
        if (phase.get() == Phase.LOADING) {
            var unused =
                    runner.run(
                            Work.of(
                                    "align-unreadable",
                                    alignments::unreadable,
                                    reasons -> reasons.forEach(feedback::tell),
                                    feedback::failed));
        }
        var unused = runner.run(Work.of("align-runs", alignments::runs, this::show, this::notRead));
    }

    /// A run that cannot be read leaves the screen to start another.
    private void notRead(Throwable failure) {
        if (phase.get() == Phase.LOADING) {
            phase.set(Phase.SETUP);
        }
        feedback.failed(failure);
    }

    private void show(List<RunStatus> fresh) {
        runs.set(fresh);
        if (phase.get() == Phase.RUNNING) {
            fresh.stream().findFirst().ifPresent(run -> curves.measure(run.loss()));
        }
        if (phase.get() == Phase.LOADING) {
            Optional<RunStatus> done = fresh.stream().filter(RunStatus::isDone).findFirst();
            if (done.isPresent() && fresh.getFirst().isDone()) {
                openReport(done.get().run());
            } else {
                phase.set(Phase.SETUP);
            }
        }
    }

    public void newRun() {
        preflight.set(Optional.empty());
        phase.set(Phase.SETUP);
    }

    /// Measures memory and time, and tests the training on one step; nothing is changed.
    public void check() {
        checking.set(true);
        runner.follow(
                alignments.preflight(form.settings()),
                progress -> {
                    if (progress.state().isFinal()) {
                        checking.set(false);
                    }
                },
                result -> {
                    checking.set(false);
                    preflight.set(Optional.of(result));
                },
                failure -> {
                    checking.set(false);
                    feedback.failed(failure);
                });
    }

    public void start() {
        if (preflight.get().map(Preflight::canStart).orElse(false)) {
            follow(alignments.run(form.settings()));
        }
    }

    public void resume() {
        follow(alignments.resume());
    }

    private void follow(JobHandle<AlignReport> started) {
        job = Optional.of(started);
        curves.reset(List.of());
        steps.set(0);
        notes.clear();
        live.set(List.of());
        keepOnceStopped = Optional.empty();
        phase.set(Phase.RUNNING);
        load();
        runner.follow(
                started,
                this::progressed,
                done -> {
                    job = Optional.empty();
                    feedback.saved();
                    feedback.tell(messages.t("align.done"));
                    phase.set(Phase.LOADING);
                    load();
                },
                failure -> {
                    job = Optional.empty();
                    phase.set(Phase.SETUP);
                    load();
                    feedback.failed(failure);
                });
    }

    private void progressed(JobStatus newest) {
        boolean otherStage =
                status.get().map(before -> !before.stage().equals(newest.stage())).orElse(true);
        status.set(Optional.of(newest));
        notes.hear(newest);
        if (curves.add(newest.figures())) {
            steps.set(curves.steps());
        }
        if (otherStage) {
            load();
        }
        if (otherStage || newest.done() % LIVE_EVERY == 0) {
            loadLive();
        }
        if (newest.state() == JobState.CANCELLED) {
            stopped();
        }
    }

    private void loadLive() {
        var unused =
                runner.run(
                        Work.of(
                                "align-live",
                                () ->
                                        alignments.runs().stream()
                                                .findFirst()
                                                .map(run -> alignments.live(run.run(), SAMPLES))
                                                .orElse(List.of()),
                                live::set,
                                feedback::failed));
    }

    private void stopped() {
        job = Optional.empty();
        phase.set(Phase.SETUP);
        Optional<RunStatus> run = runs.get().stream().findFirst();
        if (keepOnceStopped.isPresent() && run.isPresent()) {
            int iteration = keepOnceStopped.get();
            keep(run.get().run(), iteration, this::load);
        } else {
            load();
            feedback.tell(messages.t("align.stopped"));
        }
    }

    /// Stops at the next safe point and uses a finished iteration from then on; 0 is the
    /// start.
    public void stopAndKeep(int iteration) {
        keepOnceStopped = Optional.of(iteration);
        stop();
    }

    public void pauseOrGoOn() {
        job.ifPresent(
                j -> {
                    if (j.status().state() == JobState.PAUSED) {
                        j.resume();
                    } else {
                        j.pause();
                    }
                });
    }

    /// Stops at the next safe point; the run can be resumed.
    public void stop() {
        job.ifPresent(JobHandle::cancel);
    }

    public void openReport(String run) {
        var unused =
                runner.run(Work.of("align-report", () -> read(run), this::show, this::notRead));
    }

    private Read read(String run) {
        Optional<AlignReport> found = alignments.report(run);
        int last = found.map(r -> r.iterations().size()).orElse(0);
        return new Read(
                found,
                last == 0 ? List.of() : alignments.samples(run, last, SAMPLES),
                last == 0 ? List.of() : alignments.metrics(run, last));
    }

    private record Read(
            Optional<AlignReport> report,
            List<Sample> samples,
            List<Map<String, Double>> metrics) {}

    private void show(Read read) {
        if (read.report().isEmpty()) {
            phase.set(Phase.SETUP);
            return;
        }
        curves.reset(read.metrics());
        curves.measure(read.report().get().settings().dpo().loss());
        steps.set(0);
        steps.set(curves.steps());
        samples.set(read.samples());
        report.set(read.report());
        phase.set(Phase.REPORT);
    }

    /// Uses an iteration's model from now on; 0 goes back to the start. Nothing is deleted.
    public void keep(int iteration) {
        report.get().ifPresent(r -> keep(r.run(), iteration, () -> openReport(r.run())));
    }

    private void keep(String run, int iteration, Runnable then) {
        String told =
                iteration == 0
                        ? messages.t("align.rolled-back")
                        : messages.t("align.kept", iteration);
        var unused =
                runner.run(
                        Work.effect(
                                "",
                                () -> alignments.keep(run, iteration),
                                () -> {
                                    feedback.saved();
                                    feedback.tell(told);
                                    then.run();
                                },
                                feedback::failed));
    }

    /// Shows where a training pair of the newest iteration came from.
    ///
    /// @param pair from 1
    public void trace(int pair) {
        report.get()
                .ifPresent(
                        r -> {
                            var unused =
                                    runner.run(
                                            Work.of(
                                                    "lineage",
                                                    () ->
                                                            alignments.lineage(
                                                                    r.run(),
                                                                    r.iterations().size(),
                                                                    pair),
                                                    lineage::set,
                                                    feedback::failed));
                        });
    }
}
