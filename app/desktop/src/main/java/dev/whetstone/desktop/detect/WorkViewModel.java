package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobState;
import dev.whetstone.services.job.JobStatus;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The long work of the screen, one piece at a time: learning and reading.
final class WorkViewModel {
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<Optional<Running>> running =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<JobHandle<?>> job = Optional.empty();

    /// @param detector which one works; empty for all
    record Running(String detector, JobStatus status) {
        boolean isOf(String name) {
            return detector.isEmpty() || detector.equals(name);
        }
    }

    WorkViewModel(TaskRunner runner, Feedback feedback) {
        this.runner = runner;
        this.feedback = feedback;
    }

    ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    boolean isBusy() {
        return running.get().isPresent();
    }

    /// @param detector empty for all
    /// @param ended hears that it stopped or failed; what it kept by then is kept
    <T> void follow(String detector, JobHandle<T> handle, Consumer<T> done, Runnable ended) {
        job = Optional.of(handle);
        runner.follow(
                handle,
                status -> {
                    if (!status.state().isFinal()) {
                        running.set(Optional.of(new Running(detector, status)));
                    } else if (status.state() == JobState.CANCELLED && isNow(handle)) {
                        running.set(Optional.empty());
                        ended.run();
                    }
                },
                result -> {
                    over(handle);
                    done.accept(result);
                },
                failure -> {
                    over(handle);
                    ended.run();
                    feedback.failed(failure);
                });
    }

    private boolean isNow(JobHandle<?> handle) {
        return job.filter(now -> now == handle).isPresent();
    }

    private void over(JobHandle<?> handle) {
        if (isNow(handle)) {
            running.set(Optional.empty());
        }
    }

    void cancel() {
        job.ifPresent(JobHandle::cancel);
    }
}
