package dev.whetstone.resources.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {
    // printf abc | sha256sum
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path dir;

    private static Starter starter(Map<String, String> files) {
        return Starter.of(name -> open(files, name));
    }

    private static @Nullable InputStream open(Map<String, String> files, String name) {
        String text = files.get(name);
        return text == null
                ? null
                : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesAreCopiedIntoANewFolder() throws IOException {
        Starter starter = starter(Map.of("SHA256SUMS", ABC + "  model\n", "model", "abc"));
        Path folder = starter.copyTo(dir.resolve("a/b"));
        assertThat(folder.resolve("model")).hasContent("abc");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aDamagedCopyInTheFolderIsReplaced() throws IOException {
        Files.writeString(dir.resolve("model"), "abd");
        starter(Map.of("SHA256SUMS", ABC + "  model\n", "model", "abc")).copyTo(dir);
        assertThat(dir.resolve("model")).hasContent("abc");
    }

    @Test
    void aDamagedBundleIsRefusedAndLeavesNoFile() {
        Starter starter = starter(Map.of("SHA256SUMS", ABC + "  model\n", "model", "abd"));
        assertThatThrownBy(() -> starter.copyTo(dir))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model has SHA-256");
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        Starter starter = starter(Map.of("SHA256SUMS", ABC + "  ../model\n", "../model", "abc"));
        assertThatThrownBy(() -> starter.copyTo(dir)).isInstanceOf(IOException.class);
    }

    @Test
    void aBuildWithoutAStarterSaysSo() {
        assertThatThrownBy(() -> starter(Map.of()).copyTo(dir))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no starter policy");
    }
}
