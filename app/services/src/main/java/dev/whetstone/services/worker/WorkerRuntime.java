package dev.whetstone.services.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.Outcome;
import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.RunningJob;
import dev.whetstone.runtime.worker.WorkerProcess;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// The runtime in its own process.
public final class WorkerRuntime implements ModelRuntime {
    private final WorkerProcess process;

    public WorkerRuntime(WorkerProcess process) {
        this.process = process;
    }

    @Override
    public JsonNode run(Job job, Progress progress) throws InterruptedException {
        progress.safePoint();
        RunningJob running = process.submit(job, reply -> pass(reply, progress));
        progress.onSignal(
                signal -> {
                    switch (signal) {
                        case CANCEL -> running.cancel();
                        case PAUSE -> running.pause();
                        case CONTINUE -> running.resume();
                    }
                });
        try {
            return switch (running.await()) {
                case Outcome.Done done -> done.value();
                case Outcome.Failed failed ->
                        throw new ServiceException(
                                failed.code(), failed.message(), failed.advice());
                case Outcome.Cancelled _ -> throw new CancellationException("cancelled");
                case Outcome.Died died ->
                        throw new ServiceException(
                                "worker.died",
                                died.message(),
                                "Nothing that was finished is lost. Try again; it goes on from the"
                                        + " last checkpoint.");
            };
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
