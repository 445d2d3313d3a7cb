package dev.whetstone.desktop.fake;

import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobState;
import dev.whetstone.services.job.JobStatus;
import dev.whetstone.services.job.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// A job that a test moves by hand.
public final class FakeJob<T> implements JobHandle<T> {
    private final UUID id = UUID.randomUUID();
    private final String name;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final List<Consumer<JobStatus>> listeners = new ArrayList<>();
    private JobStatus status = new JobStatus(JobState.RUNNING, "", 0, 0, -1, Map.of(), "");

    public FakeJob(String name) {
        this.name = name;
    }

    public static <T> FakeJob<T> done(String name, T value) {
        FakeJob<T> job = new FakeJob<>(name);
        job.finish(value);
        return job;
    }

    public void report(
            String stage, long done, long total, double left, Map<String, Double> figures) {
        tell(new JobStatus(JobState.RUNNING, stage, done, total, left, figures, ""));
    }

    /// Something to hear while the work goes on.
    public void notice(String text) {
        tell(
                new JobStatus(
                        JobState.RUNNING,
                        status.stage(),
                        status.done(),
                        status.total(),
                        status.secondsLeft(),
                        status.figures(),
                        text));
    }

    public void finish(T value) {
        tell(new JobStatus(JobState.DONE, "", 1, 1, 0, Map.of(), ""));
        result.complete(value);
    }

    public void fail(Throwable failure) {
        tell(new JobStatus(JobState.FAILED, "", 0, 0, -1, Map.of(), String.valueOf(failure)));
        result.completeExceptionally(failure);
    }

    private void tell(JobStatus newStatus) {
        status = newStatus;
        List.copyOf(listeners).forEach(listener -> listener.accept(newStatus));
    }

    private void state(JobState state) {
        tell(
                new JobStatus(
                        state,
                        status.stage(),
                        status.done(),
                        status.total(),
                        status.secondsLeft(),
                        status.figures(),
                        ""));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JobStatus status() {
        return status;
    }

    @Override
    public void cancel() {
        state(JobState.CANCELLED);
        result.completeExceptionally(new CancellationException());
    }

    @Override
    public void pause() {
        state(JobState.PAUSED);
    }

    @Override
    public void resume() {
        state(JobState.RUNNING);
    }

    @Override
    public Subscription onStatus(Consumer<JobStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<T> result() {
        return result;
    }

    @Override
    public T join() {
        return result.join();
    }
}
