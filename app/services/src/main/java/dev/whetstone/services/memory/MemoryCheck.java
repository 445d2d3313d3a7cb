package dev.whetstone.services.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.memory.MemoryNeed;
import dev.whetstone.runtime.memory.Workload;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.worker.ModelRuntime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Asks the runtime what work will need, from the model's headers.
public final class MemoryCheck {
    private static final double GIGABYTE = 1e9;

    private final ModelRuntime runtime;

    public MemoryCheck(ModelRuntime runtime) {
        this.runtime = runtime;
    }

    /// @throws ServiceException where the model's headers cannot be read
    public MemoryNeed need(ModelRef model, Workload workload, Device device, Progress progress)
            throws InterruptedException {
        JsonNode told = runtime.run(new Job.Memory(model, workload, device), progress);
        try {
            return JsonFiles.mapper().treeToValue(told, MemoryNeed.class);
        } catch (JsonProcessingException e) {
            throw new ServiceException(
                    "worker.memory", "The worker's answer cannot be read.", "", e);
        }
    }

    /// The one of several that needs most; they come one after the other.
    public MemoryNeed most(
            ModelRef model, List<Workload> workloads, Device device, Progress progress)
            throws InterruptedException {
        MemoryNeed most = need(model, workloads.getFirst(), device, progress);
        for (Workload workload : workloads.subList(1, workloads.size())) {
            MemoryNeed other = need(model, workload, device, progress);
            most = List.of(most, other).stream().max(BY_PEAK).orElse(most);
        }
        return most;
    }

    private static final Comparator<MemoryNeed> BY_PEAK =
            Comparator.comparingLong(MemoryNeed::peakBytes);

    /// One sentence, and what to do where it does not fit.
    public static String words(MemoryNeed need) {
        String about =
                String.format(Locale.ROOT, "Needs about %.1f GB", need.peakBytes() / GIGABYTE);
        if (need.freeBytes() > 0) {
            about += String.format(Locale.ROOT, " of %.1f GB free", need.freeBytes() / GIGABYTE);
        }
        return need.fits()
                ? about + "."
                : "Warning: " + about + ", which will not fit. " + need.advice();
    }
}
