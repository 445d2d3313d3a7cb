package dev.whetstone.runtime.pack;

import java.util.List;

/// What an engine did when it was tried in a process of its own.
///
/// @param libtorch its version
/// @param device `cpu` or `cuda`
/// @param deviceName as the system calls it; empty where it does not say
/// @param memoryBytes of the device; 0 where the system does not say
/// @param checks calculations with a known result
public record ProbeReport(
        String libtorch,
        String device,
        String deviceName,
        long memoryBytes,
        List<Check> checks,
        double seconds) {
    public ProbeReport {
        checks = List.copyOf(checks);
    }

    /// A calculation.
    ///
    /// @param difference largest, from the known result
    /// @param limit that it must not pass
    public record Check(String name, double difference, double limit) {
        public boolean passed() {
            return difference <= limit;
        }
    }

    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }
}
