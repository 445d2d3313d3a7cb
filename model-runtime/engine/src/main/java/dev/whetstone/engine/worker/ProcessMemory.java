package dev.whetstone.engine.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// This process's memory as the system counts it, in bytes. On systems without `/proc` the Java
/// heap stands in, which leaves out what libtorch holds.
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Path GROUP = Path.of("/sys/fs/cgroup");
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

    /// What a process can still have before the machine, or the group of processes that this one is
    /// confined to, runs out; 0 where the system does not say.
    public static long availableBytes() {
        var machine = Files.isReadable(MACHINE) ? field(MACHINE, "MemAvailable:", 0) : 0;
        var most = number(GROUP.resolve("memory.max"));
        var used = number(GROUP.resolve("memory.current"));
        return most > 0 && used > 0 ? Math.min(machine, Math.max(0, most - used)) : machine;
    }

    /// A file of one number; 0 where there is none, or it says `max`.
    private static long number(Path file) {
        try {
            var text = Files.isReadable(file) ? Files.readString(file, US_ASCII).strip() : "";
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long field(String name) {
        return field(STATUS, name, Runtime.getRuntime().totalMemory());
    }

    private static long field(Path file, String name, long otherwise) {
        if (Files.isReadable(file)) {
            try {
                for (var line : Files.readAllLines(file, US_ASCII)) {
                    if (line.startsWith(name)) {
                        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return otherwise;
    }
}
