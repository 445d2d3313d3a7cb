package dev.whetstone.runtime.pack;

import java.util.List;

/// An imported build of libtorch with its bridge to Java.
///
/// @param name its folder's name
/// @param version of libtorch, e.g. `2.7.1`
/// @param flavor what it was built for: `cpu`, or `cu` and CUDA's version, e.g. `cu128`
/// @param origin the folder it was imported from
/// @param imported when, as ISO 8601
public record EnginePack(
        String name,
        String version,
        String flavor,
        String origin,
        String imported,
        List<PackFile> files) {
    public EnginePack {
        files = List.copyOf(files);
    }

    /// Whether its bridge was built for CUDA. Whether a GPU answers is for a probe to find out.
    public boolean forCuda() {
        return flavor.startsWith("cu");
    }

    public long bytes() {
        return files.stream().mapToLong(PackFile::bytes).sum();
    }

    /// One number for all files: see [Digests#of(java.util.List)].
    public String digest() {
        return Digests.of(files);
    }
}
