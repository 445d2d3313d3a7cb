package dev.whetstone.runtime.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackStoreTest {
    private static final String TORCH = System.mapLibraryName("torch_cpu");

    @TempDir Path temp;
    private Path folder;
    private PackStore store;

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectories(temp.resolve("chosen"));
        Files.writeString(folder.resolve(TORCH), "torch");
        Files.writeString(folder.resolve(LibraryNames.bridge()), "bridge");
        store =
                new PackStore(
                        temp.resolve("engines"),
                        InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z")));
    }

    private PackSource source() {
        return new PackFolder(
                        folder, PackFolder.Links.REFUSE, new Build("2.13.0", "cpu"), List.of())
                .read();
    }

    private EnginePack add(String name) {
        return store.add(source(), name, (done, all) -> {});
    }

    private static String refused(ThrowingCallable call) {
        return catchThrowableOfType(PackFailure.class, call).code();
    }

    @Test
    void anImportedPackIsAReadableCopy() throws IOException {
        EnginePack pack = add("mine");
        assertThat(store.names()).containsExactly("mine");
        assertThat(store.read("mine")).isEqualTo(pack);
        assertThat(pack.imported()).isEqualTo("2026-11-02T10:00:00Z");
        Files.delete(folder.resolve(TORCH));
        store.verify(pack);
        assertThat(store.folder("mine").resolve("torch/" + TORCH)).hasContent("torch");
    }

    @Test
    void namesThatAreTakenOrLeadElsewhereAreRefused() {
        add("mine");
        assertThat(refused(() -> add("mine"))).isEqualTo("engine.name");
        assertThat(refused(() -> add("../mine"))).isEqualTo("engine.name");
        assertThat(refused(() -> store.read("other"))).isEqualTo("engine.name");
    }

    @Test
    void aSourceThatChangedSinceItWasShownIsNotImported() throws IOException {
        PackSource shown = source();
        Files.writeString(folder.resolve(TORCH), "other");
        assertThat(refused(() -> store.add(shown, "mine", (done, all) -> {})))
                .isEqualTo("engine.changed");
        assertThat(store.names()).isEmpty();
    }

    @Test
    void aFileThatChangedIsNamed() throws IOException {
        EnginePack pack = add("mine");
        Files.writeString(store.folder("mine").resolve("torch/" + TORCH), "tor??");
        PackFailure failure = catchThrowableOfType(PackFailure.class, () -> store.verify(pack));
        assertThat(failure.code()).isEqualTo("engine.changed");
        assertThat(failure).hasMessageContaining("torch/" + TORCH + " was changed");
    }

    @Test
    void aFileThatIsMissingOrWasAddedIsNamed() throws IOException {
        EnginePack pack = add("mine");
        Path added = Files.writeString(store.folder("mine").resolve("torch/libevil.so"), "");
        assertThat(catchThrowableOfType(PackFailure.class, () -> store.verify(pack)))
                .hasMessageContaining("torch/libevil.so was added");
        Files.delete(added);
        Files.delete(store.folder("mine").resolve("torch/" + TORCH));
        assertThat(catchThrowableOfType(PackFailure.class, () -> store.verify(pack)))
                .hasMessageContaining("torch/" + TORCH + " is missing");
    }

    @Test
    void aRecordThatLeadsOutOfThePackIsNotFollowed() throws IOException {
        EnginePack pack = add("mine");
        EnginePack forged =
                new EnginePack(
                        "mine",
                        "2.13.0",
                        "cpu",
                        "",
                        "",
                        List.of(new PackFile("../../chosen/" + TORCH, 5, "00")));
        assertThat(refused(() -> store.verify(forged))).isEqualTo("engine.changed");
        store.verify(pack);
    }

    @Test
    void aDamagedRecordIsNamed() throws IOException {
        add("mine");
        Files.writeString(store.folder("mine").resolve("pack.json"), "{\"name\":");
        assertThat(refused(() -> store.read("mine"))).isEqualTo("engine.file");
    }

    @Test
    void aRemovedPackIsGoneAndItsSourceIsNot() {
        add("mine");
        store.remove("mine");
        assertThat(store.names()).isEmpty();
        assertThat(folder.resolve(TORCH)).exists();
    }

    @Test
    void theEnvironmentLeadsTheLoaderToThePackFirst() {
        EnginePack pack = add("mine");
        Map<String, String> environment =
                PackEnvironment.of(
                        pack,
                        store.folder("mine"),
                        Map.of("LD_LIBRARY_PATH", "before", "PATH", "before"));
        Path torch = store.folder("mine").resolve("torch");
        assertThat(environment)
                .containsEntry("PYTORCH_LIBRARY_PATH", torch.toString())
                .containsEntry("PYTORCH_VERSION", "2.13.0")
                .containsEntry("PYTORCH_FLAVOR", "cpu");
        assertThat(environment.values())
                .anyMatch(value -> value.startsWith(torch + File.pathSeparator));
    }
}
