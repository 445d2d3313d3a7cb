package dev.whetstone.services.job;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// A running piece of long work. All methods return at once and may be called from any thread.
public interface JobHandle<T> {
    UUID id();

    String name();

    JobStatus status();

    /// Asks the job to end at its next safe point; nothing half-written stays.
    void cancel();

    /// Holds the job at its next safe point.
    void pause();

    void resume();

    /// Calls `listener` with each new status, on the job's thread, until closed.
    Subscription onStatus(Consumer<JobStatus> listener);

    /// Completes with the result, with a [dev.whetstone.services.failure.ServiceException], or with
    /// a `CancellationException`.
    CompletionStage<T> result();

    /// Waits for the end. For the command line and tests, never for a screen's thread.
    ///
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    T join();
}
