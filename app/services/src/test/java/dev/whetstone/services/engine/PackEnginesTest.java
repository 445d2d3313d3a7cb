package dev.whetstone.services.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whetstone.runtime.pack.Build;
import dev.whetstone.runtime.pack.PackFolder;
import dev.whetstone.runtime.pack.PackSource;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobRunner;
import dev.whetstone.services.place.Places;
import dev.whetstone.services.worker.FakeInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Engines over a worker program that dies wherever it was started with other libraries.
@Timeout(120)
class PackEnginesTest {
    @TempDir Path temp;
    private FakeInstallation installation;
    private JobRunner jobs;
    private EngineShelf shelf;
    private PackEngines engines;

    @BeforeEach
    void open() throws IOException {
        installation = FakeInstallation.in(temp.resolve("home"));
        Places places = new Places(temp.resolve("state"), temp.resolve("cache"));
        shelf = new EngineShelf(places, InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z")));
        jobs = new JobRunner();
        engines = new PackEngines(shelf, jobs);
    }

    @AfterEach
    void close() {
        jobs.close();
        installation.close();
    }

    private PackSource source() throws IOException {
        Path folder = FakeInstallation.libraries(temp.resolve("chosen"));
        return engines.look(folder, PackFolder.Links.REFUSE, new Build("2.13.0", "cpu")).join();
    }

    private EngineEntry entry(String name) {
        return engines.list().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void withoutAPackThereIsTheBundledOneAndNoGpu() {
        assertThat(engines.list())
                .extracting(EngineEntry::name, EngineEntry::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bundled", EngineEntry.State.ENABLED),
                        org.assertj.core.groups.Tuple.tuple("gpu", EngineEntry.State.UNAVAILABLE));
        assertThat(engines.device().name()).isEqualTo("cpu");
    }

    @Test
    void unknownFilesAreImportedOnlyWithTheirDigest() throws IOException {
        PackSource source = source();
        ServiceException failure =
                catchThrowableOfType(
                        ServiceException.class, () -> engines.add(source, "mine", "").join());
        assertThat(failure.code()).isEqualTo("engine.unknown");
        assertThat(failure.advice()).contains(source.digest());
        assertThat(engines.list()).noneMatch(e -> e.name().equals("mine"));
    }

    @Test
    void anEngineThatDiesInTheProbeIsFailedWithTheReasonAndCannotBeEnabled() throws IOException {
        PackSource source = source();
        EngineEntry added = engines.add(source, "mine", source.digest()).join();
        assertThat(added.state()).isEqualTo(EngineEntry.State.FAILED);
        assertThat(added.text()).contains("it ended with exit code 7");
        ServiceException failure =
                catchThrowableOfType(
                        ServiceException.class, () -> engines.enable("mine", "").join());
        assertThat(failure.code()).isEqualTo("engine.probe");
        assertThat(entry("bundled").state()).isEqualTo(EngineEntry.State.ENABLED);
    }

    @Test
    void anEngineWhoseFilesChangedIsNotStarted() throws IOException {
        PackSource source = source();
        EngineEntry unused = engines.add(source, "mine", source.digest()).join();
        shelf.choice().change(now -> now.tried("mine", "computes").chosen("mine", "cuda"));
        assertThat(engines.device().name()).isEqualTo("cuda");
        Path library =
                shelf.store().folder("mine").resolve("torch/" + System.mapLibraryName("torch_cpu"));
        Files.writeString(library, "changed");
        List<String> notices = new ArrayList<>();
        assertThat(shelf.ready(notices::add).isBundled()).isTrue();
        assertThat(notices).singleElement().asString().contains("was changed");
        assertThat(engines.device().name()).isEqualTo("cpu");
        assertThat(entry("mine").state()).isEqualTo(EngineEntry.State.FAILED);
        assertThat(entry("bundled").state()).isEqualTo(EngineEntry.State.ENABLED);
    }

    @Test
    void aRemovedEngineGivesItsPlaceBack() throws IOException {
        PackSource source = source();
        EngineEntry unused = engines.add(source, "mine", source.digest()).join();
        shelf.choice().change(now -> now.tried("mine", "computes").chosen("mine", "cpu"));
        engines.remove("mine");
        assertThat(engines.list()).noneMatch(e -> e.name().equals("mine"));
        assertThat(entry("bundled").state()).isEqualTo(EngineEntry.State.ENABLED);
    }

    @Test
    void aDamagedChoiceCountsAsNone() throws IOException {
        Files.createDirectories(temp.resolve("state"));
        Files.writeString(temp.resolve("state/engines.json"), "{\"engine\":");
        assertThat(entry("bundled").state()).isEqualTo(EngineEntry.State.ENABLED);
    }
}
