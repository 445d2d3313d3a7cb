package dev.whetstone.engine.control;

/// The run was asked to end and has ended at a safe point; what it had is saved.
public final class RunCancelled extends RuntimeException {
    public RunCancelled() {
        super("cancelled");
    }
}
