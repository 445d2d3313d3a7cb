package dev.whetstone.runtime.pack;

/// Which libtorch it is.
///
/// @param version e.g. `2.7.1`; empty: not known
/// @param flavor `cpu`, or `cu` and CUDA's version, e.g. `cu128`; empty: not known
public record Build(String version, String flavor) {
    public static final Build UNKNOWN = new Build("", "");

    Build or(Build other) {
        return new Build(
                version.isEmpty() ? other.version : version,
                flavor.isEmpty() ? other.flavor : flavor);
    }
}
