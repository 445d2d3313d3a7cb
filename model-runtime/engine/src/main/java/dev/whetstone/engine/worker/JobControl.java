package dev.whetstone.engine.worker;

import java.util.Map;

/// What a running job is given to tell how far it is and to hear that it should stop.
public interface JobControl {
    /// Tells the app.
    ///
    /// @param done units finished, of `total`
    /// @param metrics live figures, may be empty
    void progress(String stage, long done, long total, Map<String, ?> metrics);

    default void progress(String stage, long done, long total) {
        progress(stage, done, total, Map.of());
    }

    /// True from the moment the app asked for the end. For loops that must save first; others call
    /// [#checkpoint].
    boolean isCancelled();

    /// A safe point: waits while the job is held, and throws when it was cancelled.
    void checkpoint() throws JobCancelledException;
}
