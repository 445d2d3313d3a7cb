package dev.whetstone.engine.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.Request;
import dev.whetstone.runtime.worker.Wire;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTest {
    private final ExecutorService jobs = Executors.newSingleThreadExecutor();
    private final ExecutorService server = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private BufferedWriter requests;
    private BufferedReader replies;
    private Future<?> serving;

    @BeforeEach
    void start() throws IOException {
        var toWorker = new PipedOutputStream();
        var fromWorker = new PipedInputStream(1 << 20);
        var input = new PipedInputStream(toWorker);
        var output = new PipedOutputStream(fromWorker);
        requests = new BufferedWriter(new OutputStreamWriter(toWorker, UTF_8));
        replies = new BufferedReader(new InputStreamReader(fromWorker, UTF_8));
        var worker = new Worker(input, output, ScriptedWorkerMain.handlers(), jobs, timer);
        serving =
                server.submit(
                        () -> {
                            var end = worker.serve(new Reply.Hello(Wire.PROTOCOL, Map.of(), 2, 1));
                            return null;
                        });
        assertThat(Wire.reply(replies.readLine())).isInstanceOf(Reply.Hello.class);
    }

    @AfterEach
    void stop() throws IOException {
        requests.close();
        jobs.shutdownNow();
        server.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void aResultAnswersAJob() throws IOException {
        send(job("a", "fine"));
        var result = (Reply.Result) nextBesidesHeartbeats();
        assertThat(result.id()).isEqualTo("a");
        assertThat(result.value().asText()).isEqualTo("fine");
    }

    @Test
    void failuresHaveStableCodesAndOneLine() throws IOException {
        for (var name : List.of("fail", "missing", "heap", "native-memory", "bug", "fine")) {
            send(job(name, name));
        }
        assertThat(nextBesidesHeartbeats())
                .isEqualTo(
                        new Reply.Failed(
                                "fail", "model.config", "config.json: no vocab", "Fix it"));
        assertThat(code(nextBesidesHeartbeats())).isEqualTo("file.missing");
        assertThat(code(nextBesidesHeartbeats())).isEqualTo("out-of-memory");
        assertThat(code(nextBesidesHeartbeats())).isEqualTo("out-of-memory");
        var bug = (Reply.Failed) nextBesidesHeartbeats();
        assertThat(bug.code()).isEqualTo("internal");
        assertThat(bug.message()).isEqualTo("IllegalStateException: first line");
        assertThat(nextBesidesHeartbeats()).isInstanceOf(Reply.Result.class);
    }

    @Test
    void aKindWithoutHandlerIsRefusedByName() throws IOException {
        send(new Request.Run("i", new Job.Inspect(Path.of("."))));
        var failed = (Reply.Failed) nextBesidesHeartbeats();
        assertThat(failed.code()).isEqualTo("job.unsupported");
        assertThat(failed.message()).contains("inspect");
    }

    @Test
    void cancelEndsTheRunningJobAndOneThatStillWaits() throws IOException {
        send(job("running", "until-cancelled"));
        send(job("queued", "fine"));
        awaitProgress("running");
        send(new Request.Cancel("queued"));
        send(new Request.Cancel("running"));
        assertThat(nextEnd()).isEqualTo(new Reply.Cancelled("running"));
        assertThat(nextEnd()).isEqualTo(new Reply.Cancelled("queued"));
    }

    @Test
    void aHeldJobStandsStillUntilItMayGoOn() throws IOException {
        send(job("a", "until-cancelled"));
        awaitProgress("a");
        send(new Request.Pause("a"));
        // while the job stands still only heartbeats come: wait for two in a row
        var quiet = 0;
        while (quiet < 2) {
            quiet = Wire.reply(replies.readLine()) instanceof Reply.Heartbeat ? quiet + 1 : 0;
        }
        send(new Request.Continue("a"));
        awaitProgress("a");
        send(new Request.Cancel("a"));
        assertThat(nextEnd()).isEqualTo(new Reply.Cancelled("a"));
    }

    @Test
    void heartbeatsTellTheResidentMemory() throws IOException {
        Reply reply;
        do {
            reply = Wire.reply(replies.readLine());
        } while (!(reply instanceof Reply.Heartbeat));
        assertThat(((Reply.Heartbeat) reply).rssBytes()).isGreaterThan(10L << 20);
    }

    @Test
    void theEndOfTheInputCancelsAndEnds() throws Exception {
        send(job("a", "until-cancelled"));
        awaitProgress("a");
        requests.close();
        serving.get(30, TimeUnit.SECONDS);
        assertThat(jobs.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBrokenLineIsAnsweredAndTheWorkerGoesOn() throws IOException {
        requests.write("{\"type\":\"dance\"}\n");
        requests.flush();
        assertThat(code(nextBesidesHeartbeats())).isEqualTo("protocol");
        send(job("a", "fine"));
        assertThat(nextBesidesHeartbeats()).isInstanceOf(Reply.Result.class);
    }

    private static Request job(String id, String name) {
        return new Request.Run(id, new Job.Bench(name, List.of(), Map.of()));
    }

    private static String code(Reply reply) {
        return ((Reply.Failed) reply).code();
    }

    private void send(Request request) throws IOException {
        requests.write(Wire.line(request) + "\n");
        requests.flush();
    }

    private Reply nextBesidesHeartbeats() throws IOException {
        Reply reply;
        do {
            reply = Wire.reply(replies.readLine());
        } while (reply instanceof Reply.Heartbeat);
        return reply;
    }

    private Reply nextEnd() throws IOException {
        Reply reply;
        do {
            reply = nextBesidesHeartbeats();
        } while (reply instanceof Reply.Progress);
        return reply;
    }

    private void awaitProgress(String id) throws IOException {
        Reply reply;
        do {
            reply = Wire.reply(replies.readLine());
        } while (!(reply instanceof Reply.Progress progress && progress.id().equals(id)));
    }
}
