package dev.whetstone.services.job;

import java.util.Map;
import java.util.concurrent.CancellationException;

/// What a job's body says while it works.
public interface Progress {
    /// Begins a stage; its clock for the time left starts here.
    void stage(String name);

    /// @param total 0 when unknown
    void units(long done, long total);

    /// Live numbers; they replace those of the same name.
    void figures(Map<String, Double> figures);

    /// Something a person should hear although the work goes on, e.g. that the worker died and was
    /// started again; it replaces the one before.
    void notice(String text);

    /// A safe point: waits while the job is paused.
    ///
    /// @throws CancellationException when the job was cancelled
    void safePoint();

    /// Calls the action when the job is cancelled, paused or continued, so that it can pass
    /// the wish on to where the work is done. Replaced by the next call.
    void onSignal(SignalListener listener);

    /// What was asked of a running job.
    enum Signal {
        CANCEL,
        PAUSE,
        CONTINUE
    }

    /// Hears signals, on the thread of the one who asked; must return at once.
    @FunctionalInterface
    interface SignalListener {
        void signalled(Signal signal);
    }
}
