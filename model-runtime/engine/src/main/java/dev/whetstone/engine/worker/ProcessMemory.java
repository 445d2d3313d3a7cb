package dev.whetstone.engine.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// This process's memory as the system counts it, in bytes. On systems without `/proc` the Java
/// heap stands in, which leaves out what libtorch holds.
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    private ProcessMemory() {}

    /// Resident now.
    public static long residentBytes() {
        return field("VmRSS:");
    }

    /// The most that was ever resident, or since [#resetPeak].
    public static long peakBytes() {
        return field("VmHWM:");
    }

    /// Lets the peak start again at what is resident now. Does nothing where the system has no such
    /// counter.
    public static void resetPeak() throws IOException {
        if (Files.isWritable(CLEAR)) {
            Files.writeString(CLEAR, "5");
        }
    }

    /// Memory of the machine.
    public static long machineBytes() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean full
                ? full.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    private static long field(String name) {
        if (Files.isReadable(STATUS)) {
            try {
                for (var line : Files.readAllLines(STATUS, US_ASCII)) {
                    if (line.startsWith(name)) {
                        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return Runtime.getRuntime().totalMemory();
    }
}
