package dev.whetstone.engine.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.engine.worker.ProcessMemory;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.memory.MemoryNeed;
import dev.whetstone.runtime.memory.Workload;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Tells what work will need, and whether this machine has it free.
public final class MemoryJob implements JobHandler<Job.Memory> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public JsonNode run(Job.Memory job, RunControl control) {
        Workload workload = job.workload();
        MemoryEstimate estimate =
                new MemoryEstimate(ModelShape.read(job.model().folder()), job.device());
        Map<String, Long> parts = new LinkedHashMap<>();
        estimate.parts(workload)
                .forEach(
                        (term, bytes) ->
                                parts.put(term.name().toLowerCase(Locale.ROOT), bytes.longValue()));
        long peak = estimate.peak(workload);
        long free = free(job.device());
        return JSON.valueToTree(
                new MemoryNeed(
                        peak,
                        parts,
                        free,
                        free > 0 && peak > free ? advice(workload, job.device()) : ""));
    }

    /// A GPU's free memory is not known here. What this process holds already is used again.
    private static long free(Device device) {
        return device.name().equals(Device.CPU.name())
                ? ProcessMemory.availableBytes() + ProcessMemory.residentBytes()
                : 0;
    }

    private static String advice(Workload workload, Device device) {
        String narrower = device.dtype() == DType.FP32 ? "bf16, or " : "";
        return switch (workload) {
            case Workload.Generate _ ->
                    "Try "
                            + narrower
                            + "fewer samples of a prompt, shorter responses, a smaller model, or"
                            + " close other programs.";
            case Workload.TrainDpo _ ->
                    "Try "
                            + narrower
                            + "shorter prompts and responses, fewer pairs in a step, a lower LoRA"
                            + " rank, a smaller model, or close other programs.";
        };
    }
}
