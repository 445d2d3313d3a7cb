package dev.whetstone.runtime.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One worker process from start to death.
final class WorkerSession {
    private final WorkerLaunch launch;
    private final Process process;
    private final BufferedWriter writer;
    private final Executor executor;
    private final Map<String, RunningJob> jobs = new LinkedHashMap<>();
    private final CompletableFuture<Reply.Hello> hello = new CompletableFuture<>();
    private @Nullable String killedBecause;
    private boolean over;
    private volatile long lastLine = System.nanoTime();
    private volatile long rssBytes;

    private WorkerSession(WorkerLaunch launch, Process process, Executor executor) {
        this.launch = launch;
        this.process = process;
        this.writer = process.outputWriter(UTF_8);
        this.executor = executor;
    }

    static WorkerSession start(WorkerLaunch launch, Executor executor) throws IOException {
        var log = launch.log().toAbsolutePath();
        var folder = log.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var builder = new ProcessBuilder(launch.command());
        builder.environment().putAll(launch.environment());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var session = new WorkerSession(launch, builder.start(), executor);
        executor.execute(session::readReplies);
        session.watch();
        return session;
    }

    synchronized boolean isUsable() {
        return !over && killedBecause == null && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    long rssBytes() {
        return rssBytes;
    }

    CompletableFuture<Reply.Hello> hello() {
        return hello.copy();
    }

    void run(RunningJob job) {
        synchronized (this) {
            if (over) {
                job.end(new Outcome.Died(deathMessage()));
                return;
            }
            jobs.put(job.id(), job);
        }
        send(new Request.Run(job.id(), job.job()));
    }

    /// A request to a dead process is dropped: the reader reports the death.
    synchronized void send(Request request) {
        try {
            writer.write(Wire.line(request));
            writer.newLine();
            writer.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this job cannot be written as JSON", e);
        } catch (IOException e) {
            process.destroy();
        }
    }

    /// Asks the worker to end and makes sure of it.
    void close(Duration patience) {
        send(new Request.Stop());
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readReplies() {
        try (var reader = process.inputReader(UTF_8)) {
            String line;
            while ((line = reader.readLine()) != null) {
                lastLine = System.nanoTime();
                take(Wire.reply(line));
            }
        } catch (JsonProcessingException e) {
            kill("it wrote a line that is not of the protocol: " + e.getOriginalMessage());
        } catch (IOException e) {
            kill("its output could not be read: " + e.getMessage());
        } finally {
            process.destroy();
            endAll();
        }
    }

    private void take(Reply reply) {
        switch (reply) {
            case Reply.Hello first -> greet(first);
            case Reply.Heartbeat beat -> rssBytes = beat.rssBytes();
            case Reply.Progress progress -> {
                var job = job(progress.id());
                if (job != null) {
                    job.progress(progress);
                }
            }
            case Reply.Notice notice -> {
                var job = job(notice.id());
                if (job != null) {
                    job.notice(notice);
                }
            }
            case Reply.Result result -> end(result.id(), new Outcome.Done(result.value()));
            case Reply.Failed failed ->
                    end(
                            failed.id(),
                            new Outcome.Failed(failed.code(), failed.message(), failed.advice()));
            case Reply.Cancelled cancelled -> end(cancelled.id(), new Outcome.Cancelled());
        }
    }

    private void greet(Reply.Hello first) {
        if (first.protocol() == Wire.PROTOCOL) {
            hello.complete(first);
        } else {
            kill("it speaks protocol %d, not %d".formatted(first.protocol(), Wire.PROTOCOL));
        }
    }

    private synchronized @Nullable RunningJob job(String id) {
        return jobs.get(id);
    }

    private void end(String id, Outcome outcome) {
        RunningJob job;
        synchronized (this) {
            job = jobs.remove(id);
        }
        if (job != null) {
            job.end(outcome);
        }
    }

    private void endAll() {
        List<RunningJob> left;
        String message;
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            over = true;
            left = List.copyOf(jobs.values());
            jobs.clear();
            message = deathMessage();
        }
        hello.completeExceptionally(new IOException(message));
        left.forEach(job -> job.end(new Outcome.Died(message)));
    }

    private synchronized String deathMessage() {
        var cause =
                killedBecause != null
                        ? killedBecause
                        : process.isAlive()
                                ? "it closed its output"
                                : "it ended with exit code " + process.exitValue();
        return "The worker stopped: " + cause + ". Its messages are in " + launch.log();
    }

    private synchronized void kill(String reason) {
        if (killedBecause == null && !over) {
            killedBecause = reason;
        }
        process.destroyForcibly();
    }

    private void watch() {
        var limit = hello.isDone() ? launch.silenceTimeout() : launch.startTimeout();
        var leftNanos = limit.toNanos() - (System.nanoTime() - lastLine);
        synchronized (this) {
            if (over) {
                return;
            }
        }
        if (leftNanos <= 0) {
            kill("it gave no sign of life for " + limit.toMillis() + " ms");
            return;
        }
        CompletableFuture.delayedExecutor(
                        Math.clamp(leftNanos, 1, TimeUnit.SECONDS.toNanos(1)),
                        TimeUnit.NANOSECONDS,
                        executor)
                .execute(this::watch);
    }
}
