package dev.whetstone.engine.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;

/// Does one kind of job, on the worker's one job thread.
@FunctionalInterface
public interface JobHandler<J extends Job> {
    /// @return the result documented at the job
    /// @throws RuntimeFailure for what a person can mend
    /// @throws RunCancelled at a safe point, after leaving a state to resume from
    JsonNode run(J job, RunControl control) throws IOException;
}
