package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.coverage.Coverage;
import dev.whetstone.services.coverage.Uncovered;
import dev.whetstone.services.coverage.View;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobState;
import dev.whetstone.services.job.JobStatus;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The groups of pairs that no rule votes on: by words at once, by meaning when somebody asks.
final class GroupsViewModel {
    private final Coverage coverage;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<Optional<Uncovered>> groups =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<JobStatus>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private View view = View.ALL;
    private Optional<JobHandle<Uncovered>> job = Optional.empty();

    GroupsViewModel(Coverage coverage, TaskRunner runner, Feedback feedback) {
        this.coverage = coverage;
        this.runner = runner;
        this.feedback = feedback;
    }

    ReadOnlyObjectProperty<Optional<Uncovered>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /// Of the job that groups by meaning; empty while none runs.
    ReadOnlyObjectProperty<Optional<JobStatus>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void load(View asked) {
        cancel();
        view = asked;
        var unused =
                runner.run(
                        Work.of(
                                "coverage-groups",
                                () -> coverage.uncovered(asked),
                                found -> groups.set(Optional.of(found)),
                                feedback::failed));
    }

    void byMeaning() {
        View asked = view;
        JobHandle<Uncovered> started = coverage.uncoveredByMeaning(asked);
        job = Optional.of(started);
        runner.follow(
                started,
                status ->
                        progress.set(
                                status.state() == JobState.RUNNING
                                        ? Optional.of(status)
                                        : Optional.empty()),
                found -> {
                    progress.set(Optional.empty());
                    if (asked.equals(view)) {
                        groups.set(Optional.of(found));
                    }
                },
                failure -> {
                    progress.set(Optional.empty());
                    feedback.failed(failure);
                });
    }

    void cancel() {
        job.ifPresent(JobHandle::cancel);
        job = Optional.empty();
        progress.set(Optional.empty());
    }
}
