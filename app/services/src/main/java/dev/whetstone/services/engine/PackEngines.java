package dev.whetstone.services.engine;

import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.pack.Build;
import dev.whetstone.runtime.pack.EnginePack;
import dev.whetstone.runtime.pack.EngineProbe;
import dev.whetstone.runtime.pack.KnownLibraries;
import dev.whetstone.runtime.pack.PackFailure;
import dev.whetstone.runtime.pack.PackFile;
import dev.whetstone.runtime.pack.PackFolder;
import dev.whetstone.runtime.pack.PackSource;
import dev.whetstone.runtime.pack.ProbeReport;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.place.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Engines in the user's own folder of this program.
public final class PackEngines implements Engines {
    private static final String CUDA = "cuda";
    private static final String CPU = "cpu";
    private static final double GIGABYTE = 1e9;

    private final EngineShelf shelf;
    private final Jobs jobs;
    private final KnownLibraries known = KnownLibraries.bundled();

    public PackEngines(EngineShelf shelf, Jobs jobs) {
        this.shelf = shelf;
        this.jobs = jobs;
    }

    @Override
    public List<EngineEntry> list() {
        EngineChoice choice = shelf.choice().read();
        List<EngineEntry> entries = new ArrayList<>();
        entries.add(BundledEngine.entry(choice));
        List<String> names = translate(() -> shelf.store().names());
        names.forEach(name -> entries.add(entry(name, choice)));
        if (entries.stream().noneMatch(EngineEntry::forCuda)) {
            entries.add(missing());
        }
        return entries;
    }

    /// Without a pack for it there is no GPU to compute on.
    private EngineEntry missing() {
        List<GraphicsCard> cards = cards();
        return new EngineEntry(
                "gpu",
                EngineEntry.State.UNAVAILABLE,
                "",
                "",
                0,
                cards.isEmpty()
                        ? "NVIDIA's driver was not found, and no GPU pack was imported."
                        : cards.getFirst().name() + " is here, but no GPU pack was imported.");
    }

    private EngineEntry entry(String name, EngineChoice choice) {
        EnginePack pack;
        try {
            pack = shelf.store().read(name);
        } catch (PackFailure e) {
            return new EngineEntry(
                    name, EngineEntry.State.FAILED, "", "", 0, String.valueOf(e.getMessage()));
        }
        String why = choice.failed().getOrDefault(name, "");
        EngineEntry.State state =
                !why.isEmpty()
                        ? EngineEntry.State.FAILED
                        : choice.engine().equals(name)
                                ? EngineEntry.State.ENABLED
                                : EngineEntry.State.AVAILABLE;
        String text = why.isEmpty() ? choice.tried().getOrDefault(name, "") : why;
        return new EngineEntry(name, state, pack.version(), pack.flavor(), pack.bytes(), text);
    }

    private EngineEntry entry(String name) {
        return list().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> failure(missingName(name)));
    }

    private PackFailure missingName(String name) {
        return new PackFailure(
                "engine.name", "No engine is called " + name + ".", "See: whetstone engine list");
    }

    @Override
    public List<GraphicsCard> cards() {
        return GraphicsCards.found();
    }

    @Override
    public Device device() {
        return new Device(shelf.device(), 0, DType.FP32);
    }

    @Override
    public JobHandle<PackSource> look(Path folder, PackFolder.Links links, Build build) {
        return jobs.start(
                "Read an engine",
                progress -> {
                    progress.stage("Taking the files' digests");
                    return translate(
                            () ->
                                    new PackFolder(
                                                    folder.toAbsolutePath(),
                                                    links,
                                                    build,
                                                    Installation.current().workerClassPath())
                                            .read());
                });
    }

    @Override
    public List<PackFile> unknown(PackSource source) {
        return source.unknown(known);
    }

    @Override
    public JobHandle<EngineEntry> add(PackSource source, String name, String trusted) {
        String called = name.isBlank() ? "torch-" + source.version() + "-" + source.flavor() : name;
        return jobs.start(
                "Import an engine",
                progress -> {
                    int unknown = unknown(source).size();
                    if (unknown > 0 && !trusted.equals(source.digest())) {
                        throw new ServiceException(
                                "engine.unknown",
                                "%d of %d files are of no archive that this program knows."
                                        .formatted(unknown, source.files().size()),
                                "Where you trust their source, confirm the digest "
                                        + source.digest());
                    }
                    if (called.equals(BUNDLED) || called.equals("gpu")) {
                        throw failure(missingName(called));
                    }
                    progress.stage("Copying");
                    EnginePack pack =
                            translate(() -> shelf.store().add(source, called, progress::units));
                    tryOut(called, pack.forCuda() ? CUDA : CPU, progress);
                    return entry(called);
                });
    }

    @Override
    public JobHandle<EngineEntry> probe(String name) {
        return jobs.start(
                "Try an engine",
                progress -> {
                    EngineEntry unused = entry(name);
                    tryOut(name, usual(name), progress);
                    return entry(name);
                });
    }

    @Override
    public JobHandle<EngineEntry> enable(String name, String device) {
        return jobs.start(
                "Enable an engine",
                progress -> {
                    EngineEntry unused = entry(name);
                    String where = device.isBlank() ? usual(name) : device;
                    tryOut(name, where, progress);
                    EngineEntry tried = entry(name);
                    if (tried.state() == EngineEntry.State.FAILED) {
                        throw new ServiceException(
                                "engine.probe",
                                "The engine " + name + " does not work: " + tried.text(),
                                "The one in use is not changed.");
                    }
                    shelf.choice().change(choice -> choice.chosen(name, where));
                    shelf.changed();
                    return entry(name);
                });
    }

    @Override
    public void remove(String name) {
        translate(
                () -> {
                    shelf.store().remove(name);
                    return name;
                });
        shelf.choice().change(choice -> choice.forgotten(name));
        shelf.changed();
    }

    private String usual(String name) {
        return !name.equals(BUNDLED) && translate(() -> shelf.store().read(name)).forCuda()
                ? CUDA
                : CPU;
    }

    /// Leaves what was found, or why it failed, where [#list] reads it.
    private void tryOut(String name, String device, Progress progress) throws InterruptedException {
        progress.stage("Checking and trying " + name);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            ProbeReport report =
                    new EngineProbe(launch(name), executor).run(new Device(device, 0, DType.FP32));
            shelf.choice().change(choice -> choice.tried(name, words(report)));
        } catch (PackFailure e) {
            String why = (e.getMessage() + " " + e.advice()).strip();
            shelf.choice().change(choice -> choice.failed(name, why));
        }
    }

    private WorkerLaunch launch(String name) {
        if (name.equals(BUNDLED)) {
            return shelf.launch().bundled();
        }
        EnginePack pack = shelf.store().read(name);
        shelf.store().verify(pack);
        return shelf.launch().of(pack);
    }

    private String words(ProbeReport report) {
        String place = report.device();
        if (report.device().equals(CUDA)) {
            place =
                    cards().stream()
                            .findFirst()
                            .map(
                                    card ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "%s, %.0f GB",
                                                    card.name(),
                                                    card.memoryBytes() / GIGABYTE))
                            .orElse(CUDA);
        }
        return String.format(
                Locale.ROOT,
                "computes rightly on %s (%d checks, %.1f s)",
                place,
                report.checks().size(),
                report.seconds());
    }

    private static <T> T translate(Supplier<T> work) {
        try {
            return work.get();
        } catch (PackFailure e) {
            throw failure(e);
        }
    }

    private static ServiceException failure(PackFailure e) {
        return new ServiceException(e.code(), String.valueOf(e.getMessage()), e.advice(), e);
    }
}
