package dev.whetstone.runtime.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// A line from the worker to the app.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reply.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = Reply.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Reply.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = Reply.Result.class, name = "result"),
    @JsonSubTypes.Type(value = Reply.Failed.class, name = "error"),
    @JsonSubTypes.Type(value = Reply.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = Reply.Heartbeat.class, name = "heartbeat")
})
public sealed interface Reply {
    /// The first line: who the worker is.
    ///
    /// @param versions of java, engine, libtorch
    record Hello(int protocol, Map<String, String> versions, int cores, long memoryBytes)
            implements Reply {}

    /// How far a job is.
    ///
    /// @param stage what it does now, e.g. `generate`, `reference`, `train`
    /// @param done units finished, of `total`
    /// @param metrics live figures, e.g. TRL's metric names of the last step; or an empty object
    record Progress(String id, String stage, long done, long total, JsonNode metrics)
            implements Reply {}

    /// What a person should hear although the job goes on.
    ///
    /// @param words one or two sentences
    record Notice(String id, String words) implements Reply {}

    /// A job's end. `value` is documented at the job.
    record Result(String id, JsonNode value) implements Reply {}

    /// A job's failure.
    ///
    /// @param code short and stable, e.g. `model.config`, `out-of-memory`, `self-test`
    /// @param message one line that names file and field
    /// @param advice what to do; may be empty
    record Failed(String id, String code, String message, String advice) implements Reply {}

    record Cancelled(String id) implements Reply {}

    /// Every second while the worker lives.
    record Heartbeat(long rssBytes) implements Reply {}
}
