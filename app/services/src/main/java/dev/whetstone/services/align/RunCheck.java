package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A check that a training made of itself.
///
/// @param name short and stable, e.g. `padding`
/// @param words what holds when it passes
/// @param difference what was found; 0 is perfect
/// @param limit largest difference that passes
public record RunCheck(String name, String words, double difference, double limit, boolean passed) {

    /// Those in the result of a training job.
    static List<RunCheck> of(JsonNode result) {
        List<RunCheck> checks = new ArrayList<>();
        for (JsonNode test : result.path("self_tests")) {
            checks.add(
                    new RunCheck(
                            test.path("name").asText(),
                            test.path("words").asText(test.path("name").asText()),
                            test.path("difference").asDouble(),
                            test.path("limit").asDouble(),
                            test.path("passed").asBoolean()));
        }
        return checks;
    }

    /// Those that a step of a run kept; none in runs of earlier versions.
    static List<RunCheck> read(Path file) {
        return Files.exists(file) ? List.of(JsonFiles.read(file, RunCheck[].class)) : List.of();
    }
}
