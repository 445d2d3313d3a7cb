package dev.whetstone.engine.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// The real worker with a handler that does what the benchmark's name says.
final class ScriptedWorkerMain {
    private ScriptedWorkerMain() {}

    public static void main(String[] arguments) {
        WorkerServer.serve(handlers());
    }

    static JobHandlers handlers() {
        return JobHandlers.builder().on(Job.Bench.class, ScriptedWorkerMain::run).build();
    }

    private static JsonNode run(Job.Bench job, RunControl control) throws IOException {
        switch (job.name()) {
            case "until-cancelled" -> {
                for (var step = 0L; ; step++) {
                    control.throwIfEnded();
                    control.progress("work", step, 0, Map.of("loss", 0.5));
                    LockSupport.parkNanos(1_000_000);
                }
            }
            case "deaf" -> {
                control.progress("work", 0, 0, Map.of());
                while (true) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
            case "print" -> System.out.println("a library's advertisement");
            case "fail" ->
                    throw new RuntimeFailure("model.config", "config.json: no vocab", "Fix it");
            case "missing" -> throw new NoSuchFileException("weights.safetensors");
            case "heap" -> throw new OutOfMemoryError("Java heap space");
            case "native-memory" ->
                    throw new IllegalStateException(
                            "DefaultCPUAllocator: can't allocate memory: you tried 9 bytes");
            case "bug" -> throw new IllegalStateException("first line\nsecond line");
            default -> {}
        }
        return JsonNodeFactory.instance.textNode(job.name());
    }
}
