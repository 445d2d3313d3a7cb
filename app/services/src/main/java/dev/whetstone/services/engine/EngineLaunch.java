package dev.whetstone.services.engine;

import dev.whetstone.runtime.pack.EnginePack;
import dev.whetstone.runtime.pack.PackEnvironment;
import dev.whetstone.runtime.pack.PackStore;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.services.place.Installation;
import dev.whetstone.services.place.Places;
import java.lang.management.ManagementFactory;
import java.util.Map;

/// How a worker is started on an engine.
final class EngineLaunch {
    private static final long MEGABYTE = 1 << 20;

    private final Places places;
    private final PackStore store;

    EngineLaunch(Places places, PackStore store) {
        this.places = places;
        this.store = store;
    }

    WorkerLaunch bundled() {
        Installation here = Installation.current();
        return WorkerLaunch.engine(
                here.java(),
                here.workerClassPath(),
                heapMegabytes(),
                places.cache().resolve("engine"),
                places.workerLog());
    }

    WorkerLaunch of(EnginePack pack) {
        Map<String, String> environment =
                PackEnvironment.of(pack, store.folder(pack.name()), System.getenv());
        return bundled().with(environment);
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
}
