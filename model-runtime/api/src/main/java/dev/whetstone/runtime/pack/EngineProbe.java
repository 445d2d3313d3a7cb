package dev.whetstone.runtime.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.worker.Outcome;
import dev.whetstone.runtime.worker.RunningJob;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.runtime.worker.WorkerProcess;
import java.util.concurrent.Executor;

/// Tries an engine in a process of its own, which may die of it.
public final class EngineProbe {
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final WorkerLaunch launch;
    private final Executor executor;

    /// @param launch with the environment of the engine to try
    /// @param executor as in [WorkerProcess]
    public EngineProbe(WorkerLaunch launch, Executor executor) {
        this.launch = launch;
        this.executor = executor;
    }

    /// @throws PackFailure `engine.probe` when it cannot be loaded, dies, or computes wrongly
    public ProbeReport run(Device device) throws InterruptedException {
        try (WorkerProcess process = new WorkerProcess(launch, executor)) {
            RunningJob job = process.submit(new Job.Probe(device), progress -> {});
            ProbeReport report =
                    switch (job.await()) {
                        case Outcome.Done done -> JSON.treeToValue(done.value(), ProbeReport.class);
                        case Outcome.Failed failed ->
                                throw new PackFailure(
                                        "engine.probe", failed.message(), failed.advice());
                        case Outcome.Cancelled _ ->
                                throw new PackFailure(
                                        "engine.probe", "The probe was cancelled.", "");
                        case Outcome.Died died ->
                                throw new PackFailure("engine.probe", died.message(), "");
                    };
            if (!report.passed()) {
                throw new PackFailure("engine.probe", wrong(report), "Do not use this engine.");
            }
            return report;
        } catch (JsonProcessingException e) {
            throw new PackFailure("engine.probe", "The probe's answer cannot be read.", e);
        }
    }

    private static String wrong(ProbeReport report) {
        ProbeReport.Check first =
                report.checks().stream().filter(check -> !check.passed()).findFirst().orElseThrow();
        return "It computes wrongly: %s differs by %g, more than %g."
                .formatted(first.name(), first.difference(), first.limit());
    }
}
