package dev.whetstone.desktop.task;

import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobStatus;
import java.util.function.Consumer;

/// Runs work away from the JavaFX thread and brings results back to it. The one boundary where an
/// exception of any kind is caught.
public interface TaskRunner extends AutoCloseable {

    /// Starts `work`. Work with a key replaces running work of the same key: the older is
    /// cancelled, its result dropped, and the newest starts as soon as the older has ended.
    <T> TaskHandle run(Work<T> work);

    /// Tells a job's statuses and its end on the JavaFX thread. Statuses are coalesced: when they
    /// come faster than the screen is drawn, the newest wins. A cancelled job tells its status
    /// only.
    <T> void follow(
            JobHandle<T> job,
            Consumer<JobStatus> status,
            Consumer<T> done,
            Consumer<Throwable> failed);

    /// Runs `action` on the JavaFX thread, soon; for callbacks that arrive on other threads.
    void onScreen(Runnable action);

    /// Cancels what runs and waits briefly for it to end.
    @Override
    void close();
}
