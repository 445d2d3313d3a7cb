package dev.whetstone.services.job;

import dev.whetstone.services.failure.ServiceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A job from start to end. State: WAITING -> RUNNING <-> PAUSED -> DONE, FAILED or CANCELLED.
/// All fields below the lock are guarded by it; listeners are called outside it.
final class RunningTask<T> implements JobHandle<T>, Progress {
    private static final Logger LOG = LoggerFactory.getLogger(RunningTask.class);

    private final UUID id = UUID.randomUUID();
    private final String name;
    private final LongSupplier nanos;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final List<Consumer<JobStatus>> listeners = new CopyOnWriteArrayList<>();

    private final Object lock = new Object();
    private JobState state = JobState.WAITING;
    private String stage = "";
    private long done;
    private long total;
    private long stageStart;
    private long doneAtStart = -1;
    private boolean cancelled;
    private boolean paused;
    private String message = "";
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private SignalListener signals = signal -> {};

    RunningTask(String name, LongSupplier nanos) {
        this.name = name;
        this.nanos = nanos;
        this.stageStart = nanos.getAsLong();
    }

    /// Runs the body to its end; the one boundary where any exception of a job is caught.
    void run(JobBody<T> body, Runnable ended) {
        move(JobState.RUNNING, "");
        try {
            safePoint();
            T value = body.run(this);
            move(JobState.DONE, "");
            ended.run();
            result.complete(value);
        } catch (CancellationException e) {
            end(JobState.CANCELLED, "", e, ended);
        } catch (ServiceException e) {
            LOG.info("{} failed: {} {}", name, e.code(), e.text(), e);
            end(JobState.FAILED, e.text(), e, ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(JobState.CANCELLED, "", new CancellationException(), ended);
        } catch (Exception | Error e) {
            LOG.error("{} failed", name, e);
            var wrapped =
                    new ServiceException("internal", e.toString(), "The log has the details.", e);
            end(JobState.FAILED, wrapped.text(), wrapped, ended);
        }
    }

    private void end(JobState last, String text, Exception cause, Runnable ended) {
        move(last, text);
        ended.run();
        result.completeExceptionally(cause);
    }

    private void move(JobState next, String text) {
        synchronized (lock) {
            state = next;
            message = text;
        }
        tell();
    }

    private void tell() {
        JobStatus now = status();
        listeners.forEach(listener -> listener.accept(now));
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
        synchronized (lock) {
            return new JobStatus(state, stage, done, total, secondsLeft(), figures, message);
        }
    }

    private double secondsLeft() {
        long worked = done - Math.max(0, doneAtStart);
        if (state.isFinal() || worked <= 0 || total <= 0) {
            return -1;
        }
        double seconds = (nanos.getAsLong() - stageStart) / 1e9;
        return seconds * (total - done) / worked;
    }

    @Override
    public void cancel() {
        signal(Signal.CANCEL);
    }

    @Override
    public void pause() {
        signal(Signal.PAUSE);
    }

    @Override
    public void resume() {
        signal(Signal.CONTINUE);
    }

    private void signal(Signal signal) {
        SignalListener target;
        synchronized (lock) {
            if (state.isFinal()) {
                return;
            }
            cancelled |= signal == Signal.CANCEL;
            paused = signal == Signal.PAUSE && !cancelled;
            if (state != JobState.WAITING) {
                state = paused ? JobState.PAUSED : JobState.RUNNING;
            }
            target = signals;
            lock.notifyAll();
        }
        target.signalled(signal);
        tell();
    }

    @Override
    public Subscription onStatus(Consumer<JobStatus> listener) {
        listeners.add(listener);
        listener.accept(status());
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<T> result() {
        return result.copy();
    }

    @Override
    public T join() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ServiceException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void stage(String newStage) {
        synchronized (lock) {
            stage = newStage;
            done = 0;
            total = 0;
            doneAtStart = -1;
            stageStart = nanos.getAsLong();
        }
        tell();
    }

    @Override
    public void units(long newDone, long newTotal) {
        synchronized (lock) {
            // what a resumed stage finds done already says nothing of its speed
            if (doneAtStart < 0) {
                doneAtStart = newDone;
                stageStart = nanos.getAsLong();
            }
            done = newDone;
            total = newTotal;
        }
        tell();
    }

    @Override
    public void figures(Map<String, Double> newFigures) {
        synchronized (lock) {
            figures.putAll(newFigures);
        }
        tell();
    }

    @Override
    public void notice(String text) {
        synchronized (lock) {
            message = text;
        }
        tell();
    }

    @Override
    public void safePoint() {
        synchronized (lock) {
            while (paused && !cancelled) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException(name + " was interrupted");
                }
            }
            if (cancelled) {
                throw new CancellationException(name + " was cancelled");
            }
        }
    }

    @Override
    public void onSignal(SignalListener listener) {
        boolean late;
        synchronized (lock) {
            signals = listener;
            late = cancelled;
        }
        if (late) {
            listener.signalled(Signal.CANCEL);
        }
    }
}
