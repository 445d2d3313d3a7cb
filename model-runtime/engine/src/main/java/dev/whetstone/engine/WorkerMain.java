package dev.whetstone.engine;

import dev.whetstone.engine.job.Handlers;
import dev.whetstone.engine.worker.WorkerServer;

/// The worker process's main.
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] arguments) {
        WorkerServer.serve(Handlers.all());
    }
}
