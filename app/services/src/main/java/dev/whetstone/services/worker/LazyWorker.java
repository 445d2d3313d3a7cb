package dev.whetstone.services.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.runtime.worker.WorkerProcess;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.place.Installation;
import dev.whetstone.services.place.Places;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The worker process, started when the first model job comes.
public final class LazyWorker implements ModelRuntime, AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

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
