package dev.whetstone.services.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.pack.Build;
import dev.whetstone.runtime.pack.PackFolder;
import dev.whetstone.services.engine.EngineEntry;
import dev.whetstone.services.engine.EngineShelf;
import dev.whetstone.services.engine.PackEngines;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobRunner;
import dev.whetstone.services.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A worker on an engine that dies, in real processes.
@Timeout(120)
class LazyWorkerTest {
    private static final Job ON_GPU =
            new Job.Score(
                    ModelRef.of(Path.of("model").toAbsolutePath()),
                    Path.of("rows").toAbsolutePath(),
                    Path.of("out").toAbsolutePath(),
                    new Device("cuda", 2, DType.BF16));

    @TempDir Path temp;
    private FakeInstallation installation;
    private JobRunner jobs;
    private LazyWorker worker;
    private PackEngines engines;
    private final List<String> notices = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        installation = FakeInstallation.in(temp.resolve("home"));
        Places places = new Places(temp.resolve("state"), temp.resolve("cache"));
        EngineShelf shelf =
                new EngineShelf(places, InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z")));
        jobs = new JobRunner();
        worker = new LazyWorker(shelf, places);
        engines = new PackEngines(shelf, jobs);
    }

    @AfterEach
    void close() {
        jobs.close();
        worker.close();
        installation.close();
    }

    private String deviceOf(Job job) {
        JobHandle<String> handle =
                jobs.start("Score", progress -> worker.run(job, progress).path("device").asText());
        try (var ignored = handle.onStatus(status -> notices.add(status.message()))) {
            return handle.join();
        }
    }

    private void chooseAnEngineThatDies() throws IOException {
        var source =
                engines.look(
                                FakeInstallation.libraries(temp.resolve("chosen")),
                                PackFolder.Links.REFUSE,
                                new Build("2.13.0", "cu130"))
                        .join();
        EngineEntry unused = engines.add(source, "mine", source.digest()).join();
        Files.createDirectories(temp.resolve("state"));
        Files.writeString(
                temp.resolve("state/engines.json"),
                "{\"engine\":\"mine\",\"device\":\"cuda\",\"tried\":{},\"failed\":{}}");
    }

    @Test
    void theBundledEngineTakesAJobAsItIs() {
        assertThat(deviceOf(ON_GPU)).isEqualTo("cuda");
    }

    @Test
    void whereTheEngineDiesTheBundledOneGoesOnOnTheProcessorAndSaysSo() throws IOException {
        chooseAnEngineThatDies();
        assertThat(deviceOf(ON_GPU)).isEqualTo("cpu");
        assertThat(notices).anyMatch(n -> n.contains("The engine mine does not work"));
        assertThat(engines.list())
                .filteredOn(entry -> entry.name().equals("mine"))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.state()).isEqualTo(EngineEntry.State.FAILED);
                            assertThat(entry.text()).contains("exit code 7");
                        });
        // and from then on without another death
        notices.clear();
        assertThat(deviceOf(ON_GPU)).isEqualTo("cpu");
        assertThat(notices).noneMatch(n -> n.contains("does not work"));
    }

    @Test
    void aBenchmarkStaysOnItsDevice() {
        Job bench = new Job.Bench("dpo", List.of("--device", "cuda"), java.util.Map.of());
        assertThat(OnProcessor.of(bench)).isEqualTo(bench);
        assertThat(OnProcessor.of(ON_GPU))
                .isEqualTo(
                        new Job.Score(
                                ModelRef.of(Path.of("model").toAbsolutePath()),
                                Path.of("rows").toAbsolutePath(),
                                Path.of("out").toAbsolutePath(),
                                new Device("cpu", 2, DType.BF16)));
    }
}
