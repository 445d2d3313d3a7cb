package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.curve.CurveReport;
import dev.whetstone.services.curve.LearningCurves;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobStatus;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The learning curve: the one the project keeps, and measuring it anew.
public final class CurveViewModel {
    private static final long SEED = 1;

    private final LearningCurves curves;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<Optional<CurveReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<JobStatus>> status =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding canMeasure =
            Bindings.createBooleanBinding(() -> status.get().isEmpty(), status);
    private Optional<JobHandle<CurveReport>> running = Optional.empty();

    public CurveViewModel(LearningCurves curves, TaskRunner runner, Feedback feedback) {
        this.curves = curves;
        this.runner = runner;
        this.feedback = feedback;
    }

    public ReadOnlyObjectProperty<Optional<CurveReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// How far the measuring is; empty while nothing is measured.
    public ReadOnlyObjectProperty<Optional<JobStatus>> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public BooleanBinding canMeasure() {
        return canMeasure;
    }

    public void load() {
        var unused =
                runner.run(Work.of("reward.curve", curves::kept, report::set, feedback::failed));
    }

    public void measure() {
        JobHandle<CurveReport> job = curves.measure(SEED);
        running = Optional.of(job);
        status.set(Optional.of(job.status()));
        runner.follow(
                job,
                now -> status.set(Optional.of(now).filter(s -> !s.state().isFinal())),
                measured -> {
                    status.set(Optional.empty());
                    report.set(Optional.of(measured));
                },
                failure -> {
                    status.set(Optional.empty());
                    feedback.failed(failure);
                });
    }

    public void cancel() {
        running.ifPresent(JobHandle::cancel);
    }
}
