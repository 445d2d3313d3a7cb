package dev.whetstone.desktop.task;

import javafx.collections.ObservableList;

/// Runs work away from the JavaFX thread and brings results back to it. The one boundary where an
/// exception of any kind is caught.
public interface TaskRunner extends AutoCloseable {

    /// Starts `work`. Work with a key replaces running work of the same key: the older is cancelled
    /// and its result dropped.
    <T> TaskHandle run(Work<T> work);

    /// Runs `action` on the JavaFX thread, soon; for callbacks that arrive on other threads.
    void onScreen(Runnable action);

    /// Work that is shown while it runs, oldest first. Changes on the JavaFX thread only.
    ObservableList<RunningTask> running();

    /// Cancels what runs and waits briefly for it to end.
    @Override
    void close();
}
