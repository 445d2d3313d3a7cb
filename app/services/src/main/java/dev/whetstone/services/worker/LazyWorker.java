package dev.whetstone.services.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.runtime.worker.WorkerProcess;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.place.Installation;
import dev.whetstone.services.place.Places;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The worker process, started when the first model job comes.
public final class LazyWorker implements ModelRuntime, Engine, AutoCloseable {
    private static final long MEGABYTE = 1 << 20;
    private static final int START_SECONDS = 60;

    private final Places places;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable WorkerProcess process;

    public LazyWorker(Places places) {
        this.places = places;
    }

    @Override
    public JsonNode run(Job job, Progress progress) throws InterruptedException {
        return new WorkerRuntime(process()).run(job, progress);
    }

    private synchronized WorkerProcess process() {
        WorkerProcess running = process;
        if (running == null) {
            Installation here = Installation.current();
            running =
                    new WorkerProcess(
                            WorkerLaunch.engine(
                                    here.java(),
                                    here.workerClassPath(),
                                    heapMegabytes(),
                                    places.cache().resolve("engine"),
                                    places.workerLog()),
                            executor);
            process = running;
        }
        return running;
    }

    @Override
    public synchronized EngineStatus status() {
        WorkerProcess known = process;
        if (known == null || !known.wasStarted()) {
            return EngineStatus.without(EngineStatus.State.NOT_STARTED);
        }
        if (known.pid().isEmpty()) {
            return EngineStatus.without(EngineStatus.State.DIED);
        }
        Reply.Hello said = known.hello().getNow(null);
        return new EngineStatus(
                EngineStatus.State.RUNNING,
                said == null ? Map.of() : said.versions(),
                Device.CPU.name(),
                said == null ? 0 : said.cores(),
                Device.CPU.dtype().name().toLowerCase(Locale.ROOT),
                known.rssBytes());
    }

    @Override
    public EngineStatus start() throws InterruptedException {
        try {
            Reply.Hello unused = process().hello().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServiceException(
                    "worker.start",
                    "The model worker did not start.",
                    "Its log says why: " + places.workerLog(),
                    e);
        }
        return status();
    }

    /// A quarter of the machine's memory, at least 1 GB: weights live outside the heap.
    private static int heapMegabytes() {
        long total =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean os
                        ? os.getTotalMemorySize()
                        : 4096 * MEGABYTE;
        return (int) Math.clamp(total / MEGABYTE / 4, 1024, 8192);
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.close();
        }
        executor.close();
    }
}
