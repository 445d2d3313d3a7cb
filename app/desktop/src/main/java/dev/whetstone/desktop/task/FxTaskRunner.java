package dev.whetstone.desktop.task;

import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobStatus;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The task runner of the running program; the only class that calls [Platform#runLater].
public final class FxTaskRunner implements TaskRunner {
    private final ExecutorService executor;
    private final Lanes lanes = new Lanes();
    private final Map<String, Ticket> latest = new ConcurrentHashMap<>();

    /// @param executor closed by [#close()]
    public FxTaskRunner(ExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public <T> TaskHandle run(Work<T> work) {
        Ticket ticket = new Ticket();
        if (work.key().isEmpty()) {
            submit(() -> execute(work, ticket));
            return ticket;
        }
        Ticket older = latest.put(work.key(), ticket);
        if (older != null) {
            older.cancel();
        }
        lanes.enter(work.key(), () -> execute(work, ticket)).ifPresent(this::submit);
        return ticket;
    }

    /// What a callback wants done after the program was closed is dropped.
    private void submit(Runnable work) {
        if (!executor.isShutdown()) {
            var unused = executor.submit(work);
        }
    }

    private <T> void execute(Work<T> work, Ticket ticket) {
        try {
            if (!ticket.cancelled.get()) {
                T result = work.body().run();
                Platform.runLater(() -> ticket.deliver(() -> work.done().accept(result)));
            }
        } catch (CancellationException | InterruptedException stopped) {
            ticket.cancel();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            Platform.runLater(() -> ticket.deliver(() -> work.failed().accept(failure)));
        } finally {
            latest.remove(work.key(), ticket);
            if (!work.key().isEmpty()) {
                lanes.leave(work.key()).ifPresent(this::submit);
            }
        }
    }

    @Override
    public <T> void follow(
            JobHandle<T> job,
            Consumer<JobStatus> status,
            Consumer<T> done,
            Consumer<Throwable> failed) {
        AtomicReference<@Nullable JobStatus> waiting = new AtomicReference<>();
        Consumer<JobStatus> listener =
                newest -> {
                    if (waiting.getAndSet(newest) == null) {
                        Platform.runLater(
                                () -> {
                                    JobStatus latestStatus = waiting.getAndSet(null);
                                    if (latestStatus != null) {
                                        status.accept(latestStatus);
                                    }
                                });
                    }
                };
        var subscription = job.onStatus(listener);
        listener.accept(job.status());
        var unused =
                job.result()
                        .whenComplete(
                                (result, failure) -> {
                                    subscription.close();
                                    listener.accept(job.status());
                                    Throwable cause = unwrap(failure);
                                    if (cause == null) {
                                        Platform.runLater(() -> done.accept(result));
                                    } else if (!(cause instanceof CancellationException)) {
                                        Platform.runLater(() -> failed.accept(cause));
                                    }
                                });
    }

    private static @Nullable Throwable unwrap(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }

    @Override
    public void onScreen(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    @Override
    public void close() {
        latest.values().forEach(Ticket::cancel);
        executor.shutdownNow();
        try {
            boolean unused = executor.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Ticket implements TaskHandle {
        private final AtomicBoolean cancelled = new AtomicBoolean();

        @Override
        public void cancel() {
            cancelled.set(true);
        }

        void deliver(Runnable action) {
            if (!cancelled.get()) {
                action.run();
            }
        }
    }
}
