package dev.whetstone.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.weights.SafetensorsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The recorded results of the reference tools: `-Dgolden.runtime=DIR`, or the copy among the test
/// resources.
public final class Golden {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

    public static Path folder() {
        String named = System.getProperty("golden.runtime", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        try {
            URL url = Objects.requireNonNull(Golden.class.getResource("/golden/runtime"));
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All that was recorded where this machine has it beside the repository, else the copy.
    public static Path whole() {
        Path shared = Path.of(System.getProperty("whetstone.shared", ""), "golden", "runtime");
        boolean named = !System.getProperty("golden.runtime", "").isEmpty();
        return named || !Files.isDirectory(shared) ? folder() : shared;
    }

    public static JsonNode json(String path) {
        try {
            return JSON.readTree(folder().resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> list(String directory) {
        Path dir = folder().resolve(directory);
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(dir)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static float[] floats(SafetensorsFile file, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return file.map(name, arena).toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
        }
    }

    public static int[] ints(JsonNode array) {
        int[] result = new int[array.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.get(i).asInt();
        }
        return result;
    }
}
