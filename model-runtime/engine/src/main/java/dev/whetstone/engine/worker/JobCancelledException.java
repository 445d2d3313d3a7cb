package dev.whetstone.engine.worker;

import java.util.concurrent.CancellationException;

/// Thrown at a safe point of a job that the app no longer wants.
public final class JobCancelledException extends CancellationException {
    private static final long serialVersionUID = 1L;

    public JobCancelledException() {
        super("the job was cancelled");
    }
}
