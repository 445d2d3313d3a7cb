package dev.whetstone.services.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.WorkerProcess;
import dev.whetstone.services.engine.EngineShelf;
import dev.whetstone.services.engine.EngineShelf.Ready;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.place.Places;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The worker process, started when the first model job comes, on the engine that is chosen then. A
/// job that an imported engine fails goes on with the bundled one.
public final class LazyWorker implements ModelRuntime, Engine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LazyWorker.class);
    private static final int START_SECONDS = 60;

    /// Failures that may be the engine's own.
    private static final Set<String> OF_ENGINE =
            Set.of("worker.died", "engine.load", "device.missing");

    private final EngineShelf shelf;
    private final Places places;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Running current;
    private int jobs;

    private record Running(Ready ready, WorkerProcess process) {}

    public LazyWorker(EngineShelf shelf, Places places) {
        this.shelf = shelf;
        this.places = places;
    }

    @Override
    public JsonNode run(Job job, Progress progress) throws InterruptedException {
        Running first = begin(progress::notice);
        try {
            return new WorkerRuntime(first.process()).run(fitting(job, first), progress);
        } catch (ServiceException e) {
            if (first.ready().isBundled() || !isOfEngine(e)) {
                throw e;
            }
            LOG.warn("the engine {} failed", first.ready().engine(), e);
            shelf.failed(first.ready().engine(), e.text(), progress::notice);
        } finally {
            end();
        }
        Running second = begin(progress::notice);
        try {
            return new WorkerRuntime(second.process()).run(fitting(job, second), progress);
        } finally {
            end();
        }
    }

    private static boolean isOfEngine(ServiceException e) {
        return OF_ENGINE.contains(e.code()) || e.text().contains("CUDA error");
    }

    /// Where the bundled engine stands in for one with a GPU, a job for the GPU runs on the
    /// processor.
    private Job fitting(Job job, Running running) {
        return running.ready().isBundled() && shelf.standsIn() ? OnProcessor.of(job) : job;
    }

    /// Changes the engine where another was chosen and nothing runs.
    private synchronized Running begin(Consumer<String> notice) {
        Running known = current;
        if (known != null && jobs == 0 && !shelf.isCurrent(known.ready().change())) {
            known.process().close();
            known = null;
        }
        if (known == null) {
            Ready ready = shelf.ready(notice);
            known = new Running(ready, new WorkerProcess(ready.launch(), executor));
            current = known;
        }
        jobs++;
        return known;
    }

    private synchronized void end() {
        jobs--;
    }

    @Override
    public synchronized EngineStatus status() {
        Running known = current;
        if (known == null || !known.process().wasStarted()) {
            return EngineStatus.without(EngineStatus.State.NOT_STARTED);
        }
        if (known.process().pid().isEmpty()) {
            return EngineStatus.without(EngineStatus.State.DIED);
        }
        Reply.Hello said = known.process().hello().getNow(null);
        Map<String, String> versions = new HashMap<>();
        versions.put("libtorch", known.ready().version());
        if (said != null) {
            versions.putAll(said.versions());
        }
        return new EngineStatus(
                EngineStatus.State.RUNNING,
                versions,
                shelf.device(),
                said == null ? 0 : said.cores(),
                Device.CPU.dtype().name().toLowerCase(Locale.ROOT),
                known.process().rssBytes());
    }

    @Override
    public EngineStatus start() throws InterruptedException {
        Running known = begin(LOG::warn);
        try {
            Reply.Hello unused = known.process().hello().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServiceException(
                    "worker.start",
                    "The model worker did not start.",
                    "Its log says why: " + places.workerLog(),
                    e);
        } finally {
            end();
        }
        return status();
    }

    @Override
    public synchronized void close() {
        if (current != null) {
            current.process().close();
        }
        executor.close();
    }
}
