package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.disk.WholeFolder;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /// @param revision how often the state of this very step was changed, e.g. by a smaller plan;
    ///     a state that is there already stays
    void write(long step, int revision, ObjectNode state, List<StoredTensor> tensors) {
        String name = "step-%08d".formatted(step) + (revision == 0 ? "" : "-" + revision);
        Path named = folder.resolve(name);
        if (Files.isDirectory(named)) {
            return; // a run that resumed here
        }
        try {
            WholeFolder whole = WholeFolder.begin(named, folder.resolve("writing.part"));
            state.put("step", step);
            state.put("fingerprint", fingerprint);
            SafetensorsWriter.write(whole.part().resolve(TENSORS), Map.of(), tensors);
            Files.writeString(whole.part().resolve(STATE), JSON.writeValueAsString(state));
            whole.finish();
            for (Path older : named()) {
                if (!older.equals(named)) {
                    WholeFolder.delete(older);
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
            return entries.filter(
                            path -> path.getFileName().toString().matches("step-\\d{8,}(-\\d+)?"))
                    .sorted()
                    .toList();
        }
    }
}
