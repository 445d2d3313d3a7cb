package dev.whetstone.services.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.job.Progress;

/// Does a model job and waits for it.
@FunctionalInterface
public interface ModelRuntime {
    /// Runs one job; its progress, and wishes to pause or cancel, pass through.
    ///
    /// @return the job's result as documented at the job
    /// @throws dev.whetstone.services.failure.ServiceException with the worker's code, or
    ///     `worker.died` when new workers die of it too
    /// @throws java.util.concurrent.CancellationException when it was cancelled
    JsonNode run(Job job, Progress progress) throws InterruptedException;
}
