package dev.whetstone.desktop.task;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The task runner of the running program; the only class that calls [Platform#runLater].
public final class FxTaskRunner implements TaskRunner {
    private final ExecutorService executor;
    private final Consumer<Throwable> unexpected;
    private final Map<String, Ticket> latest = new ConcurrentHashMap<>();
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
    private final ObservableList<RunningTask> runningView =
            FXCollections.unmodifiableObservableList(running);

    /// @param executor closed by [#close()]
    /// @param unexpected is told, on the JavaFX thread, of failures that the work does not handle
    public FxTaskRunner(ExecutorService executor, Consumer<Throwable> unexpected) {
        this.executor = executor;
        this.unexpected = unexpected;
    }

    @Override
    public <T> TaskHandle run(Work<T> work) {
        Ticket ticket = new Ticket();
        if (!work.key().isEmpty()) {
            Ticket older = latest.put(work.key(), ticket);
            if (older != null) {
                older.cancel();
            }
        }
        @Nullable RunningTask shown =
                work.name().isEmpty()
                        ? null
                        : new RunningTask(work.name(), ticket, System.nanoTime());
        if (shown != null) {
            onScreen(() -> running.add(shown));
        }
        Context context = new Context(ticket, shown);
        var unused = executor.submit(() -> execute(work, ticket, context));
        return ticket;
    }

    private <T> void execute(Work<T> work, Ticket ticket, Context context) {
        try {
            if (ticket.cancelled.get()) {
                return;
            }
            T result = work.body().run(context);
            onScreen(() -> deliver(ticket, () -> work.done().accept(result)));
        } catch (CancellationException | InterruptedException stopped) {
            ticket.cancel();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            Consumer<Throwable> handler = work.unhandled() ? unexpected : work.failed();
            onScreen(() -> deliver(ticket, () -> handler.accept(failure)));
        } finally {
            latest.remove(work.key(), ticket);
            context.end();
        }
    }

    private static void deliver(Ticket ticket, Runnable action) {
        if (!ticket.cancelled.get()) {
            action.run();
        }
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
    public ObservableList<RunningTask> running() {
        return runningView;
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
    }

    private record Report(long done, long total, String note) {}

    /// Progress is coalesced: at most one update waits for the JavaFX thread at any time.
    private final class Context implements TaskContext {
        private final Ticket ticket;
        private final @Nullable RunningTask shown;
        private final AtomicReference<@Nullable Report> waiting = new AtomicReference<>();

        Context(Ticket ticket, @Nullable RunningTask shown) {
            this.ticket = ticket;
            this.shown = shown;
        }

        @Override
        public boolean cancelled() {
            return ticket.cancelled.get();
        }

        @Override
        public void progress(long done, long total, String note) {
            if (shown != null && waiting.getAndSet(new Report(done, total, note)) == null) {
                Platform.runLater(this::showProgress);
            }
        }

        private void showProgress() {
            Report report = waiting.getAndSet(null);
            if (report != null && shown != null) {
                shown.update(report.done(), report.total(), report.note(), System.nanoTime());
            }
        }

        void end() {
            if (shown != null) {
                onScreen(() -> running.remove(shown));
            }
        }
    }
}
