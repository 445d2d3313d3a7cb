package dev.whetstone.runtime.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.whetstone.runtime.job.Job;

/// A line from the app to the worker.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Run.class, name = "job"),
    @JsonSubTypes.Type(value = Request.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = Request.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = Request.Continue.class, name = "continue"),
    @JsonSubTypes.Type(value = Request.Stop.class, name = "stop")
})
public sealed interface Request {
    /// Starts a job; jobs run one after the other in the order of arrival.
    record Run(String id, Job job) implements Request {}

    /// Ends a job at its next safe point (between tokens, between steps), after a checkpoint.
    record Cancel(String id) implements Request {}

    /// Holds a job at its next safe point.
    record Pause(String id) implements Request {}

    /// Lets a held job go on.
    record Continue(String id) implements Request {}

    /// Ends the worker; so does the end of its input.
    record Stop() implements Request {}
}
