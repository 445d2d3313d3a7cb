package dev.whetstone.services.worker;

/// The worker behind the model jobs.
public interface Engine {
    /// Never blocks for long.
    EngineStatus status();

    /// Starts a worker when none runs and waits until it answered.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `worker.start` when it does not
    EngineStatus start() throws InterruptedException;
}
