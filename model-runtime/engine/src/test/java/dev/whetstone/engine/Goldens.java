package dev.whetstone.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Recorded results of the reference tools: `-Dgolden.runtime=DIR`, or the copies among the test
/// resources.
public final class Goldens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Goldens() {}

    public static Path runtime() {
        return Path.of(System.getProperty("golden.runtime", "src/test/resources/golden/runtime"));
    }

    /// Sub-folders in order; none when there is no such folder.
    public static List<Path> folders(String name) {
        var folder = runtime().resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int[] ints(JsonNode list) {
        var values = new int[list.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = list.get(i).asInt();
        }
        return values;
    }
}
