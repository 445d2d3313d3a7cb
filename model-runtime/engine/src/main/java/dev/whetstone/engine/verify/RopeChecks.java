package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Rope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `expected/rope.json`: frequencies of each checkpoint's rotary embedding at several lengths.
final class RopeChecks {
    private static final double FREQUENCY = 1e-6;

    private RopeChecks() {}

    static void run(Path root, String title, JsonNode expected, Suite suite) throws IOException {
        for (var variant : expected.path("variants").properties()) {
            var folder = root.resolve("checkpoints/" + variant.getKey());
            if (!Files.isDirectory(folder)) {
                continue;
            }
            var name = title + " " + variant.getKey();
            suite.attempt(
                    name,
                    () -> {
                        var config = ConfigReader.read(folder);
                        suite.add(
                                Check.of(
                                        name,
                                        largest(config, variant.getValue().path("after_length")),
                                        FREQUENCY));
                    });
        }
    }

    private static double largest(DecoderConfig config, JsonNode lengths) {
        if (!(config.positions() instanceof Rope rope)) {
            return Double.NaN;
        }
        var largest = 0.0;
        for (var entry : lengths.properties()) {
            var recorded = entry.getValue();
            var found = rope.inverseFrequencies(config.headDim(), Integer.parseInt(entry.getKey()));
            if (found.length != recorded.path("inv_freq").size()) {
                return Double.NaN;
            }
            for (var i = 0; i < found.length; i++) {
                var difference = found[i] - recorded.path("inv_freq").get(i).asDouble();
                largest = Math.max(largest, Math.abs(difference));
            }
            largest =
                    Math.max(
                            largest,
                            Math.abs(
                                    rope.attentionScaling()
                                            - recorded.path("attention_scaling").asDouble()));
        }
        return largest;
    }
}
