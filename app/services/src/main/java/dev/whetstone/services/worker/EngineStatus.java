package dev.whetstone.services.worker;

import java.util.Map;

/// The model runtime as a person may want to know it.
///
/// @param versions by name: java, engine, libtorch; empty until it said hello
/// @param device where it computes, e.g. `cpu`; empty while it does not run
/// @param threads that it computes with; 0 while it does not run
/// @param dtype numbers it computes with, e.g. `fp32`; empty while it does not run
/// @param memoryBytes resident now; 0 when it does not run
public record EngineStatus(
        State state,
        Map<String, String> versions,
        String device,
        int threads,
        String dtype,
        long memoryBytes) {
    public EngineStatus {
        versions = Map.copyOf(versions);
    }

    /// A status of which only the state is known.
    public static EngineStatus without(State state) {
        return new EngineStatus(state, Map.of(), "", 0, "", 0);
    }

    /// Whether there is a worker.
    public enum State {
        /// It starts with the first job.
        NOT_STARTED,
        RUNNING,
        /// It ended by itself; the next job, or a restart, starts another.
        DIED
    }
}
