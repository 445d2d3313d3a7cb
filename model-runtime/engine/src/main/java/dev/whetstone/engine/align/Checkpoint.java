package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The state of a training run after some step, on disk. It is written to a folder beside, forced
/// to the disk and renamed, so that at any moment the newest named folder is whole.
final class Checkpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE = "state.json";
    private static final String TENSORS = "tensors.safetensors";

    private final Path folder;
    private final String fingerprint;

    /// @param fingerprint of settings and input: a state of another run is refused
    Checkpoint(Path folder, String fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
    }

    record Saved(JsonNode state, SafetensorsFile tensors) {
        long step() {
            return state.path("step").asLong();
        }
    }

    void write(long step, ObjectNode state, List<StoredTensor> tensors) {
        Path part = folder.resolve("writing.part");
        Path named = folder.resolve("step-%08d".formatted(step));
        if (Files.isDirectory(named)) {
            return; // a run that resumed at this step; there is one state for each step
        }
        try {
            delete(part);
            Files.createDirectories(part);
            state.put("step", step);
            state.put("fingerprint", fingerprint);
            SafetensorsWriter.write(part.resolve(TENSORS), Map.of(), tensors);
            Files.writeString(part.resolve(STATE), JSON.writeValueAsString(state));
            force(part.resolve(STATE), StandardOpenOption.WRITE);
            force(part, StandardOpenOption.READ);
            Files.move(part, named, StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
            for (Path older : named()) {
                if (!older.equals(named)) {
                    delete(older);
                }
            }
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "checkpoint.write",
                    folder + ": the checkpoint cannot be written: " + e.getMessage(),
                    "make room on the disk; the run goes on from the checkpoint before",
                    e);
        }
    }

    /// The newest whole state.
    ///
    /// @throws RuntimeFailure `checkpoint.mismatch` where it belongs to another run
    Optional<Saved> latest() {
        try {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            List<Path> all = named();
            if (all.isEmpty()) {
                return Optional.empty();
            }
            Path newest = all.getLast();
            JsonNode state = JSON.readTree(newest.resolve(STATE).toFile());
            requireSameRun(folder, fingerprint, state.path("fingerprint").asText());
            return Optional.of(new Saved(state, SafetensorsFile.open(newest.resolve(TENSORS))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireSameRun(Path where, String expected, String found) {
        if (!expected.equals(found)) {
            throw new RuntimeFailure(
                    "checkpoint.mismatch",
                    where + ": what is there comes from other data, settings or another model",
                    "choose an empty folder, or repeat the command that began the run");
        }
    }

    private List<Path> named() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().matches("step-\\d{8,}"))
                    .sorted()
                    .toList();
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        if (how == StandardOpenOption.READ
                && !Files.getFileStore(path).supportsFileAttributeView("posix")) {
            return; // only POSIX systems open folders
        }
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
