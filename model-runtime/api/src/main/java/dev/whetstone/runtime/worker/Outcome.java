package dev.whetstone.runtime.worker;

import com.fasterxml.jackson.databind.JsonNode;

/// How a job ended.
public sealed interface Outcome {
    /// It finished; `value` is documented at the job.
    record Done(JsonNode value) implements Outcome {}

    /// It failed by itself; the worker lives on.
    ///
    /// @param code short and stable, e.g. `model.config`
    /// @param message one line
    /// @param advice what to do; may be empty
    record Failed(String code, String message, String advice) implements Outcome {}

    /// It was cancelled and left a state that it can be resumed from.
    record Cancelled() implements Outcome {}

    /// The worker process ended under it, could not be started, or stopped answering. The next job
    /// starts a new worker; the same job submitted again resumes from its last checkpoint.
    record Died(String message) implements Outcome {}
}
