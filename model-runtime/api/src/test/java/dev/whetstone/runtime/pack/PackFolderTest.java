package dev.whetstone.runtime.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFolderTest {
    private static final String TORCH = System.mapLibraryName("torch_cpu");
    private static final String BRIDGE = LibraryNames.bridge();

    @TempDir Path temp;
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectories(temp.resolve("chosen"));
        Files.writeString(folder.resolve(TORCH), "torch");
        Files.writeString(folder.resolve(BRIDGE), "bridge");
        Files.writeString(
                folder.resolve("env"),
                "export PYTORCH_VERSION=2.13.0\nexport PYTORCH_FLAVOR=cu130\n");
    }

    private PackSource read() {
        return read(PackFolder.Links.REFUSE, Build.UNKNOWN, List.of());
    }

    private PackSource read(PackFolder.Links links, Build build, List<Path> jars) {
        return new PackFolder(folder, links, build, jars).read();
    }

    private String refused() {
        return catchThrowableOfType(PackFailure.class, this::read).code();
    }

    @Test
    void librariesAreTakenAndOtherFilesLeft() throws IOException {
        Files.writeString(folder.resolve(System.mapLibraryName("torch_python")), "Python's");
        Files.writeString(folder.resolve("README.md"), "text");
        PackSource source = read();
        assertThat(source.files())
                .extracting(PackFile::path)
                .containsExactly("torch/" + BRIDGE, "torch/" + TORCH);
        assertThat(source.version()).isEqualTo("2.13.0");
        assertThat(source.flavor()).isEqualTo("cu130");
        assertThat(source.bytes()).isEqualTo(11);
    }

    /// `printf torch | sha256sum`; the other for the two lines of Linux's names.
    @Test
    void theDigestIsThatOfTheLinesThatSha256sumPrints() {
        assertThat(read().files().get(1).sha256())
                .isEqualTo("37bf51bfba4699a940ce31349422b24a5bc55a2b179ed7aec74459a9ae8d57b7");
        assertThat(
                        Digests.of(
                                List.of(
                                        new PackFile(
                                                "torch/libtorch_cpu.so",
                                                5,
                                                "37bf51bfba4699a940ce31349422b24a5bc55a2b179ed7aec74459a9ae8d57b7"),
                                        new PackFile(
                                                "torch/0.35.1-libdjl_torch.so",
                                                6,
                                                "17f29b073143d8cd97b5bbe492bdeffec1c5fee55cc1fe2112c8b9335f8b6121"))))
                .isEqualTo("760fedfa20b7dbb48ebef8c45ba18f5d7c8ec7623d91807a81a1d1349887db2d");
    }

    @Test
    void aPersonsWordGoesBeforeTheFolders() {
        assertThat(read(PackFolder.Links.REFUSE, new Build("2.7.1", "cpu"), List.of()).version())
                .isEqualTo("2.7.1");
    }

    @Test
    void theArchiveSaysItsBuild() throws IOException {
        Files.delete(folder.resolve("env"));
        Files.createDirectories(folder.resolve("lib"));
        Files.move(folder.resolve(TORCH), folder.resolve("lib/" + TORCH));
        Files.writeString(folder.resolve("build-version"), "2.7.1+cu128\n");
        PackSource source = read();
        assertThat(source.version()).isEqualTo("2.7.1");
        assertThat(source.flavor()).isEqualTo("cu128");
    }

    @Test
    void noFolderNoTorchAndNoVersionAreNamed() throws IOException {
        Files.delete(folder.resolve("env"));
        assertThat(refused()).isEqualTo("engine.version");
        Files.delete(folder.resolve(TORCH));
        assertThat(refused()).isEqualTo("engine.library");
        folder = temp.resolve("absent");
        assertThat(refused()).isEqualTo("engine.folder");
    }

    @Test
    void aVersionThatIsNoneIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("env"),
                "export PYTORCH_VERSION=../../x\nexport PYTORCH_FLAVOR=cu130\n");
        assertThat(refused()).isEqualTo("engine.version");
    }

    @Test
    void withoutABridgeTheFolderIsOfNoUse() throws IOException {
        Files.delete(folder.resolve(BRIDGE));
        assertThat(refused()).isEqualTo("engine.bridge");
    }

    @Test
    void theEnginesOwnJarHasBridgesForItsVersion() throws IOException {
        Files.delete(folder.resolve(BRIDGE));
        Path jar = temp.resolve("pytorch-jni-2.7.1-0.35.1.jar");
        String entry =
                "jnilib/%s/cu128/%s"
                        .formatted(BundledBridge.platform(), System.mapLibraryName("djl_torch"));
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[5]);
        }
        PackSource source =
                read(PackFolder.Links.REFUSE, new Build("2.7.1", "cu128"), List.of(jar));
        assertThat(source.files()).extracting(PackFile::path).contains("torch/" + BRIDGE);
        assertThat(source.unknown(KnownLibraries.bundled()))
                .extracting(PackFile::path)
                .containsExactly("torch/" + TORCH);
    }

    @Test
    void aLinkThatLeadsOutIsFollowedOnlyWhereThatWasAllowed() throws IOException {
        Path outside = Files.writeString(temp.resolve("elsewhere"), "torch");
        Files.delete(folder.resolve(TORCH));
        Files.createSymbolicLink(folder.resolve(TORCH), outside);
        assertThat(refused()).isEqualTo("engine.link");
        PackSource source = read(PackFolder.Links.COPY_FILES, Build.UNKNOWN, List.of());
        assertThat(source.outside()).hasSize(1);
        assertThat(source.files()).hasSize(2);
    }

    @Test
    void aLinkThatLeadsNowhereIsNamed() throws IOException {
        Files.createSymbolicLink(
                folder.resolve(System.mapLibraryName("c10")), temp.resolve("gone"));
        assertThat(refused()).isEqualTo("engine.link");
    }

    @Test
    void twoLibrariesOfOneNameAreRefused() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/" + TORCH), "another");
        assertThatThrownBy(this::read).hasMessageContaining("two libraries " + TORCH);
    }

    @Test
    void moreFilesThanAnyLibtorchHasAreRefused() throws IOException {
        for (int i = 0; i < 400; i++) {
            Files.writeString(folder.resolve("libx" + i + ".so"), "");
        }
        assertThat(refused()).isEqualTo("engine.size");
    }
}
