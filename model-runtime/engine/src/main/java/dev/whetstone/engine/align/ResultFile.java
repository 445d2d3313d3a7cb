package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.disk.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// `result.json` of a training, with which it is finished: it is there whole or not at all.
///
/// @param folder of the training
/// @param fingerprint of its input
record ResultFile(Path folder, String fingerprint) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "result.json";

    /// What a finished training came to; empty where it is not finished.
    ///
    /// @throws dev.whetstone.engine.control.RuntimeFailure `checkpoint.mismatch` where it was
    /// another
    <R> Optional<R> read(Class<R> type) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode found = JSON.readTree(file.toFile());
        Checkpoint.requireSameRun(folder, fingerprint, found.path("fingerprint").asText());
        return Optional.of(JSON.treeToValue(found.path("result"), type));
    }

    /// Returns when it is on the disk.
    void write(Object result) throws IOException {
        Path file = folder.resolve(NAME);
        Path beside = folder.resolve(NAME + ".part");
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(
                        beside.toFile(),
                        JSON.createObjectNode()
                                .put("fingerprint", fingerprint)
                                .set("result", JSON.valueToTree(result)));
        Sync.file(beside);
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Sync.namesAround(file);
    }
}
