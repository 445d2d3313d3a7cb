package dev.whetstone.engine.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A view of a model folder whose config names no stop token, so that every response has the wanted
/// length. The weights are linked, not copied.
public final class EndlessModel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path folder;

    private EndlessModel(Path folder) {
        this.folder = folder;
    }

    /// @param config the folder whose config.json counts
    /// @param weights the folder with the weights; may be the same
    public static EndlessModel of(Path config, Path weights) throws IOException {
        var folder = Files.createTempDirectory("whetstone-model");
        var root = (ObjectNode) JSON.readTree(config.resolve("config.json").toFile());
        root.remove("eos_token_id");
        JSON.writeValue(folder.resolve("config.json").toFile(), root);
        try (var files = Files.list(weights)) {
            for (var file : files.filter(EndlessModel::holdsWeights).toList()) {
                link(folder.resolve(file.getFileName()), file.toRealPath());
            }
        }
        return new EndlessModel(folder);
    }

    public Path folder() {
        return folder;
    }

    private static boolean holdsWeights(Path file) {
        return file.getFileName().toString().contains(".safetensors");
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | IOException e) {
            // Windows asks for a right that few have
            Files.copy(target, link);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
