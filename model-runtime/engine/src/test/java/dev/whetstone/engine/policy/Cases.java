package dev.whetstone.engine.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Recorded checkpoints that the test's folder holds.
final class Cases {
    static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);

    private Cases() {}

    /// Names of `expected/*.json` of causal language models.
    static Stream<String> all() {
        List<String> names = new ArrayList<>();
        for (Path file : Golden.list("expected")) {
            String name = file.getFileName().toString();
            if (name.endsWith(".json")
                    && Golden.json("expected/" + name).path("batch").has("logits")) {
                names.add(name.substring(0, name.length() - 5));
            }
        }
        return names.stream();
    }

    /// A folder with the case's config and the weights it belongs to.
    static ModelRef model(String name, Path temporary) throws IOException {
        JsonNode expected = Golden.json("expected/" + name + ".json");
        return model(
                Golden.folder().resolve(expected.path("checkpoint").asText()),
                Golden.folder().resolve(expected.path("weights").asText()),
                temporary);
    }

    static ModelRef model(Path config, Path weights, Path temporary) throws IOException {
        for (Path from : List.of(weights, config)) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith("config.json")
                            || (from.equals(weights) && name.contains("safetensors"))) {
                        Files.copy(
                                file,
                                temporary.resolve(name),
                                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        return ModelRef.of(temporary);
    }
}
