package dev.whetstone.services.engine;

import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.pack.Build;
import dev.whetstone.runtime.pack.PackFile;
import dev.whetstone.runtime.pack.PackFolder;
import dev.whetstone.runtime.pack.PackSource;
import dev.whetstone.services.job.JobHandle;
import java.nio.file.Path;
import java.util.List;

/// Imports engines, tries them and chooses one. Failures are
/// [dev.whetstone.services.failure.ServiceException] with the codes of
/// [dev.whetstone.runtime.pack.PackFailure].
public interface Engines {
    /// The engine that comes with the program.
    String BUNDLED = "bundled";

    /// All engines, the bundled one first. Does not touch their libraries.
    List<EngineEntry> list();

    /// Graphics cards that NVIDIA's driver names; empty without one.
    List<GraphicsCard> cards();

    /// Where new work computes unless something else is asked for.
    Device device();

    /// Reads a folder and takes its files' digests; nothing is copied.
    JobHandle<PackSource> look(Path folder, PackFolder.Links links, Build build);

    /// Files that no published archive is known to hold.
    List<PackFile> unknown(PackSource source);

    /// Copies what was looked at and tries it. It is not enabled yet.
    ///
    /// @param name empty for one of version and flavor
    /// @param trusted the source's digest, as a person confirmed it; may be empty where all files
    ///     are known
    JobHandle<EngineEntry> add(PackSource source, String name, String trusted);

    /// Checks an engine's files and lets it compute in a process of its own.
    JobHandle<EngineEntry> probe(String name);

    /// Tries an engine on a device; from the next job on it is used.
    ///
    /// @param device `cpu` or `cuda`; empty for what it was built for
    JobHandle<EngineEntry> enable(String name, String device);

    /// Deletes an imported engine's copies; where it was enabled, the bundled one is again.
    void remove(String name);
}
