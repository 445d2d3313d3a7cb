package dev.whetstone.services.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.Outcome;
import dev.whetstone.runtime.worker.ProgressListener;
import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.RunningJob;
import dev.whetstone.runtime.worker.WorkerProcess;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runtime in its own process. A job whose worker dies is handed to a new one, which goes
/// on from what the job left on disk; a job that kills its workers again and again is given
/// up.
public final class WorkerRuntime implements ModelRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerRuntime.class);

    /// Deaths that one job may survive.
    private static final int MOST_DEATHS = 5;

    /// Deaths in a row without any sign of progress that one job may survive.
    private static final int MOST_IN_VAIN = 1;

    private final WorkerProcess process;

    public WorkerRuntime(WorkerProcess process) {
        this.process = process;
    }

    @Override
    public JsonNode run(Job job, Progress progress) throws InterruptedException {
        int deaths = 0;
        int inVain = 0;
        while (true) {
            AtomicBoolean moved = new AtomicBoolean();
            switch (attempt(job, progress, moved)) {
                case Outcome.Done done -> {
                    return done.value();
                }
                case Outcome.Failed failed ->
                        throw new ServiceException(
                                failed.code(), failed.message(), failed.advice());
                case Outcome.Cancelled _ -> throw new CancellationException("cancelled");
                case Outcome.Died died -> {
                    deaths++;
                    inVain = moved.get() ? 0 : inVain + 1;
                    if (deaths > MOST_DEATHS || inVain > MOST_IN_VAIN) {
                        throw new ServiceException(
                                "worker.died",
                                died.message(),
                                "Nothing that was finished is lost. Try again; it goes on from the"
                                        + " last checkpoint.");
                    }
                    LOG.warn("{}; a new one goes on", died.message());
                    progress.notice(
                            died.message() + ". A new one goes on from the last checkpoint.");
                }
            }
        }
    }

    /// @param moved set when the job tells of progress
    private Outcome attempt(Job job, Progress progress, AtomicBoolean moved)
            throws InterruptedException {
        progress.safePoint();
        RunningJob running =
                process.submit(
                        job,
                        new ProgressListener() {
                            @Override
                            public void progress(Reply.Progress reply) {
                                moved.set(true);
                                pass(reply, progress);
                            }

                            @Override
                            public void notice(Reply.Notice notice) {
                                progress.notice(notice.words());
                            }
                        });
        progress.onSignal(
                signal -> {
                    switch (signal) {
                        case CANCEL -> running.cancel();
                        case PAUSE -> running.pause();
                        case CONTINUE -> running.resume();
                    }
                });
        try {
            return running.await();
        } finally {
            progress.onSignal(signal -> {});
        }
    }

    private static void pass(Reply.Progress reply, Progress progress) {
        progress.units(reply.done(), reply.total());
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : reply.metrics().properties()) {
            if (field.getValue().isNumber()) {
                figures.put(field.getKey(), field.getValue().asDouble());
            }
        }
        if (!figures.isEmpty()) {
            progress.figures(figures);
        }
    }
}
