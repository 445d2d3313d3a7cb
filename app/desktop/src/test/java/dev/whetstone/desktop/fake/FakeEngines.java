package dev.whetstone.desktop.fake;

import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.pack.Build;
import dev.whetstone.runtime.pack.PackFile;
import dev.whetstone.runtime.pack.PackFolder;
import dev.whetstone.runtime.pack.PackSource;
import dev.whetstone.services.engine.EngineEntry;
import dev.whetstone.services.engine.Engines;
import dev.whetstone.services.engine.GraphicsCard;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Engines in memory: the bundled one, a pack that works, and one that does not.
public final class FakeEngines implements Engines {
    private final List<EngineEntry> entries = new ArrayList<>();
    private String enabled = BUNDLED;
    private String device = "cpu";
    private String trusted = "";

    public FakeEngines() {
        entries.add(
                new EngineEntry(
                        BUNDLED,
                        EngineEntry.State.AVAILABLE,
                        "2.7.1",
                        "cpu",
                        0,
                        "computes rightly on cpu (6 checks, 0.4 s)"));
        entries.add(
                new EngineEntry(
                        "torch-2.7.1-cu128",
                        EngineEntry.State.AVAILABLE,
                        "2.7.1",
                        "cu128",
                        3_400_000_000L,
                        "computes rightly on NVIDIA RTX A4000, 17 GB (6 checks, 2.1 s)"));
        entries.add(
                new EngineEntry(
                        "torch-2.13.0-cu130",
                        EngineEntry.State.FAILED,
                        "2.13.0",
                        "cu130",
                        3_100_000_000L,
                        "libtorch cannot be loaded: libcudart.so.13: cannot open shared object"
                                + " file: No such file or directory"));
    }

    /// The digest that the last import was confirmed with.
    public String trusted() {
        return trusted;
    }

    @Override
    public List<EngineEntry> list() {
        return entries.stream()
                .map(
                        entry ->
                                entry.name().equals(enabled)
                                        ? with(entry, EngineEntry.State.ENABLED)
                                        : entry)
                .toList();
    }

    private static EngineEntry with(EngineEntry entry, EngineEntry.State state) {
        return new EngineEntry(
                entry.name(), state, entry.version(), entry.flavor(), entry.bytes(), entry.text());
    }

    @Override
    public List<GraphicsCard> cards() {
        return List.of(
                new GraphicsCard("NVIDIA RTX A4000", 17_000_000_000L, 2_100_000_000L, "570.86"));
    }

    @Override
    public Device device() {
        return new Device(device, 0, DType.FP32);
    }

    @Override
    public JobHandle<PackSource> look(Path folder, PackFolder.Links links, Build build) {
        PackSource source =
                new PackSource(
                        folder,
                        "2.7.1",
                        "cu128",
                        List.of(),
                        List.of(new PackFile("torch/libtorch_cpu.so", 1_200_000_000, "ab12")),
                        List.of());
        return FakeJob.done("look", source);
    }

    @Override
    public List<PackFile> unknown(PackSource source) {
        return source.files();
    }

    @Override
    public JobHandle<EngineEntry> add(PackSource source, String name, String digest) {
        trusted = digest;
        EngineEntry entry =
                new EngineEntry(
                        "mine", EngineEntry.State.AVAILABLE, "2.7.1", "cu128", 1, "computes");
        entries.add(entry);
        return FakeJob.done("add", entry);
    }

    @Override
    public JobHandle<EngineEntry> probe(String name) {
        return FakeJob.done("probe", named(name));
    }

    @Override
    public JobHandle<EngineEntry> enable(String name, String where) {
        EngineEntry entry = named(name);
        if (entry.state() == EngineEntry.State.FAILED) {
            FakeJob<EngineEntry> job = new FakeJob<>("enable");
            job.fail(new ServiceException("engine.probe", entry.text(), ""));
            return job;
        }
        enabled = name;
        device = where.isEmpty() ? entry.forCuda() ? "cuda" : "cpu" : where;
        return FakeJob.done("enable", named(name));
    }

    @Override
    public void remove(String name) {
        entries.removeIf(entry -> entry.name().equals(name));
    }

    private EngineEntry named(String name) {
        return list().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }
}
