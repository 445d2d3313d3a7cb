package dev.whetstone.runtime.worker;

/// Told of a job's progress on the thread that reads from the worker: return quickly.
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = progress -> {};

    void progress(Reply.Progress progress);

    /// What a person should hear although the job goes on.
    default void notice(Reply.Notice notice) {}
}
