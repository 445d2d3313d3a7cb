package dev.whetstone.services.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFilesTest {
    record Dated(String name, Instant at) {}

    @Test
    void momentsAreTextAndComeBack(@TempDir Path folder) {
        Dated dated = new Dated("run-1", Instant.parse("2026-11-02T10:15:00Z"));
        Path file = folder.resolve("dated.json");
        JsonFiles.write(file, dated);
        assertThat(file).content().contains("\"2026-11-02T10:15:00Z\"");
        assertThat(JsonFiles.read(file, Dated.class)).isEqualTo(dated);
    }
}
