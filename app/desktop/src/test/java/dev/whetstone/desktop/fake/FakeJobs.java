package dev.whetstone.desktop.fake;

import dev.whetstone.services.job.JobBody;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A list of jobs that a test fills.
public final class FakeJobs implements Jobs {
    private final List<JobHandle<?>> running = new ArrayList<>();
    private final List<Consumer<JobHandle<?>>> listeners = new ArrayList<>();

    public void add(JobHandle<?> job) {
        running.add(job);
        List.copyOf(listeners).forEach(listener -> listener.accept(job));
    }

    public void ended(JobHandle<?> job) {
        running.remove(job);
        List.copyOf(listeners).forEach(listener -> listener.accept(job));
    }

    @Override
    public <T> JobHandle<T> start(String name, JobBody<T> body) {
        throw new UnsupportedOperationException("a test starts no job of its own");
    }

    @Override
    public List<JobHandle<?>> running() {
        return List.copyOf(running);
    }

    @Override
    public Subscription onChange(Consumer<JobHandle<?>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        running.clear();
    }
}
