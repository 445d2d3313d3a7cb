package dev.whetstone.desktop.task;

import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobState;
import dev.whetstone.services.job.JobStatus;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A running job as the window shows it.
public final class JobItem {
    private final JobHandle<?> handle;
    private final ReadOnlyObjectWrapper<JobStatus> status;

    private final JobNotes notes;

    JobItem(JobHandle<?> handle, JobNotes notes) {
        this.handle = handle;
        this.notes = notes;
        notes.hear(handle.status());
        this.status = new ReadOnlyObjectWrapper<>(handle.status());
    }

    public String name() {
        return handle.name();
    }

    public ReadOnlyObjectProperty<JobStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// What it said while it went on, newest first.
    public ReadOnlyObjectProperty<List<JobNote>> notesProperty() {
        return notes.notesProperty();
    }

    /// Share done of the stage, 0 to 1; -1 while unknown.
    public double fraction() {
        JobStatus now = status.get();
        return now.total() > 0 ? Math.clamp((double) now.done() / now.total(), 0, 1) : -1;
    }

    public boolean paused() {
        return status.get().state() == JobState.PAUSED;
    }

    public void cancel() {
        handle.cancel();
    }

    JobHandle<?> handle() {
        return handle;
    }

    void update(JobStatus newest) {
        status.set(newest);
        notes.hear(newest);
    }
}
