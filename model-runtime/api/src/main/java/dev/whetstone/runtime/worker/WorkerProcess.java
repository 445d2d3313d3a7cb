package dev.whetstone.runtime.worker;

import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The app's side of the worker: starts the process when the first job comes, hands jobs over,
/// notices its death and starts another for the next job. Jobs run one after the other.
///
/// The executor carries one task that blocks as long as the process lives and one short task a
/// second; a virtual-thread-per-task executor suits. It stays the caller's to close.
public final class WorkerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WorkerLaunch launch;
    private final Executor executor;
    private @Nullable WorkerSession session;
    private long submitted;
    private boolean closed;

    public WorkerProcess(WorkerLaunch launch, Executor executor) {
        this.launch = launch;
        this.executor = executor;
    }

    /// Hands a job over; returns at once. A worker that cannot be started is an
    /// [Outcome.Died].
    public RunningJob submit(Job job, ProgressListener listener) {
        WorkerSession target;
        String id;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the worker was closed");
            }
            id = "job-" + ++submitted;
            try {
                target = usableSession();
            } catch (IOException e) {
                var failed = new RunningJob(id, job, listener, request -> {});
                failed.end(new Outcome.Died("The worker could not be started: " + e.getMessage()));
                return failed;
            }
        }
        var running = new RunningJob(id, job, listener, target::send);
        target.run(running);
        return running;
    }

    /// Starts the worker if it does not run, and says who it is. Fails with an [IOException] when
    /// it does not start.
    public synchronized CompletableFuture<Reply.Hello> hello() {
        try {
            return usableSession().hello();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /// Whether a worker was ever started; with no [#pid] it has ended since.
    public synchronized boolean wasStarted() {
        return session != null;
    }

    /// The running worker's process id.
    public synchronized Optional<Long> pid() {
        return session != null && session.isUsable()
                ? Optional.of(session.pid())
                : Optional.empty();
    }

    /// Resident memory that the running worker last told, in bytes; 0 when none runs.
    public synchronized long rssBytes() {
        return session != null && session.isUsable() ? session.rssBytes() : 0;
    }

    /// Ends the worker after the running job's next safe point, by force after ten seconds.
    @Override
    public void close() {
        WorkerSession last;
        synchronized (this) {
            closed = true;
            last = session;
        }
        if (last != null && last.isUsable()) {
            last.close(PATIENCE);
        }
    }

    private WorkerSession usableSession() throws IOException {
        if (session == null || !session.isUsable()) {
            session = WorkerSession.start(launch, executor);
        }
        return session;
    }
}
