package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.accuracy.Accuracies;
import dev.whetstone.services.accuracy.AccuracyReport;
import dev.whetstone.services.accuracy.ChoiceListing;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobStatus;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the newest reward model falls short, and the choices behind the figure opened last.
public final class AccuracyViewModel {
    private static final long SEED = 1;
    private static final int LIMIT = 500;

    private final Accuracies accuracies;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<Optional<AccuracyReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<JobStatus>> status =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ChoiceListing> listing =
            new ReadOnlyObjectWrapper<>(new ChoiceListing(List.of(), 0));
    private final BooleanBinding canMeasure =
            Bindings.createBooleanBinding(() -> status.get().isEmpty(), status);
    private Optional<JobHandle<AccuracyReport>> running = Optional.empty();
    private boolean cancelled;

    public AccuracyViewModel(Accuracies accuracies, TaskRunner runner, Feedback feedback) {
        this.accuracies = accuracies;
        this.runner = runner;
        this.feedback = feedback;
    }

    public ReadOnlyObjectProperty<Optional<AccuracyReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// How far the measuring is; empty while nothing is measured.
    public ReadOnlyObjectProperty<Optional<JobStatus>> statusProperty() {
        return status.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Opened>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChoiceListing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    public BooleanBinding canMeasure() {
        return canMeasure;
    }

    /// Reads what is kept of the project's reward model; measures it when nothing is, unless a
    /// person ended that before.
    public void load() {
        var unused =
                runner.run(Work.of("reward.parts", accuracies::kept, this::take, feedback::failed));
    }

    private void take(Optional<AccuracyReport> kept) {
        report.set(kept);
        if (kept.isEmpty() && !cancelled && status.get().isEmpty()) {
            measure();
        }
        opened.get().ifPresent(this::open);
    }

    public void measure() {
        JobHandle<AccuracyReport> job = accuracies.measure(SEED);
        running = Optional.of(job);
        status.set(Optional.of(job.status()));
        runner.follow(
                job,
                now -> status.set(Optional.of(now).filter(s -> !s.state().isFinal())),
                measured -> {
                    status.set(Optional.empty());
                    report.set(Optional.of(measured));
                    opened.get().ifPresent(this::open);
                },
                failure -> {
                    status.set(Optional.empty());
                    cancelled = true;
                    feedback.failed(failure);
                });
    }

    public void cancel() {
        cancelled = true;
        running.ifPresent(JobHandle::cancel);
    }

    /// Lists the choices behind a figure, at most 500.
    void open(Opened figure) {
        opened.set(Optional.of(figure));
        if (report.get().isPresent()) {
            var unused =
                    runner.run(
                            Work.of(
                                    "reward.choices",
                                    () -> accuracies.open(figure.part(), figure.which(), LIMIT),
                                    listing::set,
                                    feedback::failed));
        }
    }
}
