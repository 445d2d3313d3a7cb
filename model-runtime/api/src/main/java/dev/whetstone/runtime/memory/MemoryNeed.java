package dev.whetstone.runtime.memory;

import java.util.Map;

/// What work needs at its peak and what there is.
///
/// @param peakBytes resident memory of the worker at its peak, an estimate
/// @param parts that it is made of, in bytes
/// @param freeBytes of the machine now, with what the system can give back at once; 0 where it does
///     not say
/// @param advice what to change when it does not fit; empty when it does
public record MemoryNeed(long peakBytes, Map<String, Long> parts, long freeBytes, String advice) {
    public boolean fits() {
        return advice.isEmpty();
    }
}
