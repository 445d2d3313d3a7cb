package dev.whetstone.services.engine;

/// An engine as a person may choose it.
///
/// @param name `bundled`, or the imported pack's; `gpu` for the one that is still to be imported
/// @param version of libtorch; empty when not known
/// @param flavor `cpu`, or `cu` and CUDA's version; empty when not known
/// @param bytes of its libraries; 0 when not known
/// @param text what was found when it was tried, or why it cannot be used
public record EngineEntry(
        String name, State state, String version, String flavor, long bytes, String text) {
    /// Whether it computes, could, or cannot.
    public enum State {
        /// Not installed here.
        UNAVAILABLE,
        /// It can be enabled.
        AVAILABLE,
        /// Jobs run on it.
        ENABLED,
        /// It was tried and did not work.
        FAILED
    }

    public boolean forCuda() {
        return flavor.startsWith("cu");
    }
}
