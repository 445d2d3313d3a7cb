package dev.whetstone.runtime.worker;

import dev.whetstone.runtime.job.Job;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// A job handed to the worker.
public final class RunningJob {
    private final String id;
    private final Job job;
    private final ProgressListener listener;
    private final Consumer<Request> sender;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    RunningJob(String id, Job job, ProgressListener listener, Consumer<Request> sender) {
        this.id = id;
        this.job = job;
        this.listener = listener;
        this.sender = sender;
    }

    public String id() {
        return id;
    }

    public Job job() {
        return job;
    }

    /// Completes once, never exceptionally. Completing or cancelling the copy does not touch the
    /// job.
    public CompletableFuture<Outcome> outcome() {
        return outcome.copy();
    }

    /// Waits for the end.
    public Outcome await() throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("an outcome is never exceptional", e);
        }
    }

    /// Asks for the end at the next safe point; the outcome says whether it came before the job's
    /// own.
    public void cancel() {
        sender.accept(new Request.Cancel(id));
    }

    /// Holds the job at its next safe point.
    public void pause() {
        sender.accept(new Request.Pause(id));
    }

    /// Lets a held job go on.
    public void resume() {
        sender.accept(new Request.Continue(id));
    }

    void progress(Reply.Progress progress) {
        listener.progress(progress);
    }

    void notice(Reply.Notice notice) {
        listener.notice(notice);
    }

    void end(Outcome value) {
        outcome.complete(value);
    }
}
