package dev.whetstone.engine.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.Request;
import dev.whetstone.runtime.worker.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads requests until told to stop or the input ends; jobs run one after the other on the job
/// executor, heartbeats come from the timer.
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final InputStream in;
    private final ReplyWriter replies;
    private final JobHandlers handlers;
    private final ExecutorService jobThread;
    private final ScheduledExecutorService timer;
    private final Map<String, JobTicket> tickets = new ConcurrentHashMap<>();

    /// How serving ended.
    public enum End {
        /// The app asked for it.
        STOPPED,
        /// The input ended without a word: the app is dead.
        ABANDONED
    }

    /// @param jobThread must run one task at a time
    public Worker(
            InputStream in,
            OutputStream out,
            JobHandlers handlers,
            ExecutorService jobThread,
            ScheduledExecutorService timer) {
        this.in = in;
        this.replies = new ReplyWriter(out);
        this.handlers = handlers;
        this.jobThread = jobThread;
        this.timer = timer;
    }

    /// Serves until the input ends or says stop, then cancels what still runs. The caller waits for
    /// the job executor as long as it likes.
    public End serve(Reply.Hello hello) throws IOException {
        replies.write(hello);
        var beats = timer.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
        try (var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                if (!take(line)) {
                    return End.STOPPED;
                }
            }
            return End.ABANDONED;
        } finally {
            tickets.values().forEach(JobTicket::cancel);
            jobThread.shutdown();
            beats.cancel(false);
        }
    }

    private boolean take(String line) {
        Request request;
        try {
            request = Wire.request(line);
        } catch (JsonProcessingException e) {
            replies.write(
                    new Reply.Failed(
                            "", "protocol", "not a request: " + e.getOriginalMessage(), ""));
            return true;
        }
        switch (request) {
            case Request.Run run -> {
                var ticket = new JobTicket(run.id(), run.job(), replies);
                tickets.put(run.id(), ticket);
                jobThread.execute(() -> run(ticket));
            }
            case Request.Cancel cancel -> {
                var ticket = tickets.get(cancel.id());
                if (ticket != null) {
                    ticket.cancel();
                }
            }
            case Request.Pause pause -> {
                var ticket = tickets.get(pause.id());
                if (ticket != null) {
                    ticket.hold();
                }
            }
            case Request.Continue go -> {
                var ticket = tickets.get(go.id());
                if (ticket != null) {
                    ticket.release();
                }
            }
            case Request.Stop stop -> {
                return false;
            }
        }
        return true;
    }

    private void run(JobTicket ticket) {
        LOG.info("job {} {}", ticket.id(), ticket.job());
        Reply end;
        try {
            ticket.throwIfEnded();
            end = new Reply.Result(ticket.id(), handlers.run(ticket.job(), ticket));
        } catch (RunCancelled e) {
            end = new Reply.Cancelled(ticket.id());
        } catch (RuntimeFailure e) {
            LOG.warn("job {} failed", ticket.id(), e);
            end = new Reply.Failed(ticket.id(), e.code(), Failures.oneLine(e), e.advice());
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            LOG.error("job {} failed", ticket.id(), e);
            end = Failures.reply(ticket.id(), e);
        } finally {
            tickets.remove(ticket.id());
        }
        replies.write(end);
    }

    private void beat() {
        replies.write(new Reply.Heartbeat(ProcessMemory.residentBytes()));
    }
}
