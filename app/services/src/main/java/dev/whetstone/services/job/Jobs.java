package dev.whetstone.services.job;

import java.util.List;
import java.util.function.Consumer;

/// All long work of the application.
public interface Jobs extends AutoCloseable {
    /// Starts work on a background thread.
    <T> JobHandle<T> start(String name, JobBody<T> body);

    /// Jobs that have not ended, oldest first.
    List<JobHandle<?>> running();

    /// Hears of each job when it starts and when it ends.
    Subscription onChange(Consumer<JobHandle<?>> listener);

    /// Cancels what runs and waits for it.
    @Override
    void close();
}
