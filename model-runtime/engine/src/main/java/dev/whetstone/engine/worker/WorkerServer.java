package dev.whetstone.engine.worker;

import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.Wire;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/// Makes this process a worker.
public final class WorkerServer {
    private static final long SECONDS_TO_SAVE = 8;

    private WorkerServer() {}

    /// Takes the process over: standard output belongs to the protocol from here on, and the
    /// process ends with this call, whatever happens.
    public static void serve(JobHandlers handlers) {
        var protocol = new FileOutputStream(FileDescriptor.out);
        // whatever a library prints must not get between the lines of the protocol
        System.setOut(System.err);
        prepareLibraries();
        leaveCtrlCToTheApp();
        try {
            serve(handlers, protocol);
        } catch (IOException | UncheckedIOException | InterruptedException e) {
            // an app that dies before it is greeted leaves a closed pipe
            LoggerFactory.getLogger(WorkerServer.class).warn("the app is gone", e);
        } finally {
            // A native call cannot be interrupted, and the app wants no more. Where it died, the
            // next one may already do the same job again: two workers must not write to one
            // folder.
            Runtime.getRuntime().halt(0);
        }
    }

    private static void serve(JobHandlers handlers, OutputStream protocol)
            throws IOException, InterruptedException {
        var jobs = Executors.newSingleThreadExecutor();
        var timer = Executors.newSingleThreadScheduledExecutor();
        var end = new Worker(System.in, protocol, handlers, jobs, timer).serve(hello());
        if (end == Worker.End.STOPPED) {
            jobs.awaitTermination(SECONDS_TO_SAVE, TimeUnit.SECONDS);
        }
    }

    /// Ctrl-C in a terminal goes to the whole group of processes. The app answers it by cancelling
    /// the job, which needs this process to reach its next safe point; [Runtime#halt] ends the
    /// wait.
    private static void leaveCtrlCToTheApp() {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(
                                        () ->
                                                LockSupport.parkNanos(
                                                        TimeUnit.SECONDS.toNanos(
                                                                SECONDS_TO_SAVE))));
    }

    private static Reply.Hello hello() {
        return new Reply.Hello(
                Wire.PROTOCOL,
                Map.of("java", Runtime.version().toString()),
                Runtime.getRuntime().availableProcessors(),
                ProcessMemory.machineBytes());
    }

    /// DJL looks for newer natives and counts its users unless told otherwise.
    private static void prepareLibraries() {
        System.setProperty("logback.configurationFile", "dev/whetstone/engine/worker/logback.xml");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }
}
