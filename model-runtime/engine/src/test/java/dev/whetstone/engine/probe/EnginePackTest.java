package dev.whetstone.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.pytorch.jni.LibUtils;
import dev.whetstone.engine.tensor.Torch;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.pack.Build;
import dev.whetstone.runtime.pack.EnginePack;
import dev.whetstone.runtime.pack.EngineProbe;
import dev.whetstone.runtime.pack.PackEnvironment;
import dev.whetstone.runtime.pack.PackFailure;
import dev.whetstone.runtime.pack.PackFolder;
import dev.whetstone.runtime.pack.PackStore;
import dev.whetstone.runtime.pack.ProbeReport;
import dev.whetstone.runtime.worker.WorkerLaunch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Packs in real worker processes: the bundled libtorch as a pack, and libraries that are none.
@Timeout(180)
class EnginePackTest {
    private static final Device ONE = new Device("cpu", 1, DType.FP32);
    private static final List<Path> CLASS_PATH =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList();

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    @TempDir Path folder;
    private PackStore store;

    @BeforeEach
    void open() {
        store =
                new PackStore(
                        folder.resolve("engines"),
                        InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z")));
    }

    @AfterEach
    void close() {
        executor.close();
    }

    private EnginePack imported(Path from, String name) {
        Build build = new Build("2.7.1", "cpu");
        return store.add(
                new PackFolder(from, PackFolder.Links.REFUSE, build, CLASS_PATH).read(),
                name,
                (done, all) -> {});
    }

    private ProbeReport probe(EnginePack pack, Device device) throws InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        WorkerLaunch launch =
                WorkerLaunch.engine(
                                java,
                                CLASS_PATH,
                                512,
                                folder.resolve("cache"),
                                folder.resolve("log"))
                        .with(PackEnvironment.of(pack, store.folder(pack.name()), System.getenv()));
        return new EngineProbe(launch, executor).run(device);
    }

    /// Where the engine unpacked the bundled libraries.
    private static Path bundled() {
        assertThat(Torch.version()).isEqualTo("2.7.1");
        return Path.of(LibUtils.getLibtorchPath());
    }

    /// Files that a loader cannot load.
    private Path fake() throws IOException {
        Path fake = Files.createDirectories(folder.resolve("fake"));
        for (String library : List.of("torch", "torch_cpu", "c10")) {
            Files.writeString(fake.resolve(System.mapLibraryName(library)), "no library");
        }
        return fake;
    }

    @Test
    void theBundledLibtorchAsAPackPassesTheProbe() throws Exception {
        EnginePack pack = imported(bundled(), "bundled-copy");
        ProbeReport report = probe(pack, ONE);
        assertThat(report.passed()).isTrue();
        assertThat(report.libtorch()).isEqualTo("2.7.1");
        assertThat(report.checks())
                .extracting(ProbeReport.Check::name)
                .containsExactly(
                        "matrix product in fp32",
                        "attention in fp32",
                        "gradient of attention in fp32",
                        "matrix product in bf16",
                        "attention in bf16",
                        "gradient of attention in bf16");
        // the pack's own files, and none of a cache, were loaded
        assertThat(folder.resolve("cache/pytorch")).doesNotExist();
        store.verify(pack);
    }

    @Test
    void aDeviceThatTheLibrariesDoNotKnowFailsTheProbe() {
        EnginePack pack = imported(bundled(), "no-cuda");
        assertThatThrownBy(() -> probe(pack, new Device("cuda", 1, DType.FP32)))
                .isInstanceOf(PackFailure.class)
                .hasMessage("this installation of libtorch has no CUDA");
    }

    @Test
    void aLibraryThatTheLoaderRefusesFailsTheProbeWithItsReason() throws Exception {
        EnginePack pack = imported(fake(), "fake");
        PackFailure failure = catchThrowableOfType(PackFailure.class, () -> probe(pack, ONE));
        assertThat(failure.code()).isEqualTo("engine.probe");
        assertThat(failure).hasMessageStartingWith("libtorch cannot be loaded: ");
        assertThat(failure).hasMessageContaining(store.folder("fake").toString());
    }

    @Test
    void theBridgeOfTheEnginesOwnJarIsLaidBesideTheLibraries() throws Exception {
        EnginePack pack = imported(fake(), "fake");
        assertThat(store.folder(pack.name()).resolve("torch"))
                .isDirectoryContaining("glob:**0.35.1-" + System.mapLibraryName("djl_torch"));
    }
}
