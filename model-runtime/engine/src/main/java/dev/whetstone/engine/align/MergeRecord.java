package dev.whetstone.engine.align;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `whetstone-merge.json` in a merged folder: what it was made of, and what came of it. It tells a
/// merge that was asked for again, since its answer was never heard, from another one.
///
/// @param madeOf hash of base, adapters and prompts
record MergeRecord(String madeOf, MergeResult result) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "whetstone-merge.json";

    void write(Path folder) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(NAME).toFile(), this);
    }

    /// The result that lies in a folder, where the same merge made it.
    static Optional<MergeResult> of(Path folder, String madeOf) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            MergeRecord found = JSON.readValue(file.toFile(), MergeRecord.class);
            return madeOf.equals(found.madeOf()) ? Optional.of(found.result()) : Optional.empty();
        } catch (JsonProcessingException e) {
            // no record of ours: somebody else's folder
            return Optional.empty();
        }
    }
}
