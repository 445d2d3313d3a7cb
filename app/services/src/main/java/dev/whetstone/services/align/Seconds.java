package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/// The time an iteration took, over restarts.
final class Seconds {
    private final Path file;
    private double total;

    /// Work that is timed.
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    Seconds(RunFolder.Step step) {
        this.file = step.folder().resolve("work/seconds.json");
        this.total =
                Files.exists(file)
                        ? JsonFiles.read(file, ObjectNode.class).path("seconds").asDouble()
                        : 0;
    }

    void add(Work work) throws InterruptedException {
        long from = System.nanoTime();
        work.run();
        total += (System.nanoTime() - from) / 1e9;
        JsonFiles.write(file, JsonFiles.object().put("seconds", total));
    }

    double total() {
        return total;
    }
}
