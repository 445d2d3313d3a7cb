package dev.whetstone.services.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Runs each job on a thread of its own; virtual, since jobs mostly wait for files and the worker.
public final class JobRunner implements Jobs {
    private final ExecutorService executor;
    private final LongSupplier nanos;
    private final List<RunningTask<?>> running = new ArrayList<>();
    private final List<Consumer<JobHandle<?>>> listeners = new CopyOnWriteArrayList<>();

    public JobRunner() {
        this(Executors.newVirtualThreadPerTaskExecutor(), System::nanoTime);
    }

    /// @param executor closed with this runner
    /// @param nanos a clock for the time left
    JobRunner(ExecutorService executor, LongSupplier nanos) {
        this.executor = executor;
        this.nanos = nanos;
    }

    @Override
    public <T> JobHandle<T> start(String name, JobBody<T> body) {
        var task = new RunningTask<T>(name, nanos);
        synchronized (running) {
            running.add(task);
        }
        listeners.forEach(listener -> listener.accept(task));
        executor.execute(
                () -> {
                    task.run(body, () -> ended(task));
                });
        return task;
    }

    private void ended(RunningTask<?> task) {
        synchronized (running) {
            running.remove(task);
        }
        listeners.forEach(listener -> listener.accept(task));
    }

    @Override
    public List<JobHandle<?>> running() {
        synchronized (running) {
            return List.copyOf(running);
        }
    }

    @Override
    public Subscription onChange(Consumer<JobHandle<?>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        running().forEach(JobHandle::cancel);
        executor.close();
    }
}
