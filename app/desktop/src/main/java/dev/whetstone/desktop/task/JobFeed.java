package dev.whetstone.desktop.task;

import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Subscription;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The application's running jobs, oldest first, on the JavaFX thread.
public final class JobFeed implements AutoCloseable {
    private final TaskRunner runner;
    private final ObservableList<JobItem> items = FXCollections.observableArrayList();
    private final ObservableList<JobItem> view = FXCollections.unmodifiableObservableList(items);
    private final Subscription subscription;

    private final Supplier<JobNotes> notes;

    /// @param notes new ones for each job
    public JobFeed(Jobs jobs, TaskRunner runner, Supplier<JobNotes> notes) {
        this.runner = runner;
        this.notes = notes;
        this.subscription = jobs.onChange(job -> runner.onScreen(() -> changed(job)));
        jobs.running().forEach(this::changed);
    }

    public ObservableList<JobItem> items() {
        return view;
    }

    private void changed(JobHandle<?> job) {
        boolean known = items.stream().anyMatch(item -> item.handle().id().equals(job.id()));
        if (job.status().state().isFinal()) {
            items.removeIf(item -> item.handle().id().equals(job.id()));
        } else if (!known) {
            JobItem item = new JobItem(job, notes.get());
            items.add(item);
            runner.follow(job, item::update, result -> {}, failure -> {});
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
