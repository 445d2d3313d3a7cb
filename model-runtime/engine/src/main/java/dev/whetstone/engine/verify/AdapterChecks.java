package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.Merger;
import dev.whetstone.engine.bench.EndlessModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.engine.policy.RewardPolicy;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// `lora/NAME`: an adapter beside its base, merged, and the merged weights.
final class AdapterChecks {
    private static final String MERGED = "merged.";

    private static final double LOGITS = 1e-4;
    private static final double SCORE = 1e-5;

    private AdapterChecks() {}

    static void run(Path root, Suite suite, RunControl control) throws IOException {
        for (var folder : Recorded.list(root.resolve("lora"))) {
            var file = folder.resolve("expected.json");
            if (Files.isRegularFile(file)) {
                control.throwIfEnded();
                var name = "lora/" + folder.getFileName();
                suite.attempt(name, () -> check(root, folder, name, Recorded.json(file), suite));
            }
        }
    }

    private static void check(Path root, Path folder, String name, JsonNode expected, Suite suite)
            throws IOException {
        var base = root.resolve(expected.path("base").asText());
        var arrays = SafetensorsFile.open(root.resolve(expected.path("arrays_file").asText()));
        if (expected.has("scores")) {
            scores(base, folder, name, expected, suite);
        } else {
            logits(base, folder, name, expected, arrays, suite);
        }
        mergedWeights(base, folder, name, arrays, suite);
    }

    private static void logits(
            Path base,
            Path folder,
            String name,
            JsonNode expected,
            SafetensorsFile arrays,
            Suite suite)
            throws IOException {
        var ids = Recorded.rows(expected).get(1);
        try (var decoder = Decoder.load(ModelRef.of(base), Device.CPU);
                var scope = decoder.scope().inner()) {
            var forward = decoder.forward(PeftAdapter.open(folder));
            var actual = forward.logits(scope, TokenBatch.unmarked(List.of(ids))).floats();
            suite.add(
                    Check.of(
                            name + " logits beside the base",
                            largest(actual, Recorded.floats(arrays, "logits")),
                            LOGITS));
        }
        try (var endless = EndlessModel.of(base, base);
                var policy =
                        Policy.load(new ModelRef(endless.folder(), List.of(folder)), Device.CPU)) {
            suite.add(
                    Check.of(
                            name + " merged logits",
                            largest(policy.logits(ids), Recorded.floats(arrays, "merged_logits")),
                            LOGITS));
            ModelChecks.greedy(policy, name, expected.path("greedy"), suite);
        }
    }

    /// Of as many values as there are; the recording may be padded.
    private static double largest(float[] actual, float[] recorded) {
        return recorded.length < actual.length
                ? Double.NaN
                : Recorded.largest(actual, 0, recorded, 0, actual.length);
    }

    private static void scores(
            Path base, Path folder, String name, JsonNode expected, Suite suite) {
        var rows = Recorded.rows(expected);
        try (var policy =
                RewardPolicy.load(ModelRef.of(base), PeftAdapter.open(folder), Device.CPU)) {
            suite.add(
                    Check.of(
                            name + " scores beside the base",
                            RewardChecks.difference(policy, rows, expected.path("scores")),
                            SCORE));
        }
        try (var policy = RewardPolicy.load(new ModelRef(base, List.of(folder)), Device.CPU)) {
            suite.add(
                    Check.of(
                            name + " merged scores",
                            RewardChecks.difference(policy, rows, expected.path("merged_scores")),
                            SCORE));
        }
    }

    private static void mergedWeights(
            Path base, Path adapter, String name, SafetensorsFile arrays, Suite suite)
            throws IOException {
        var temporary = Files.createTempDirectory("whetstone-merge");
        try {
            var out = temporary.resolve("merged");
            Merger.merge(
                    new ModelRef(base, List.of(adapter)),
                    out,
                    List.of(new int[] {1, 2, 3}),
                    Device.CPU);
            var written = SafetensorsFile.open(out.resolve("model.safetensors"));
            var largest = 0.0;
            for (var tensor : arrays.names()) {
                if (tensor.startsWith(MERGED)) {
                    var expected = Recorded.floats(arrays, tensor);
                    var actual = Recorded.floats(written, tensor.substring(MERGED.length()));
                    largest =
                            Math.max(
                                    largest,
                                    Recorded.largest(actual, 0, expected, 0, expected.length));
                }
            }
            suite.add(Check.of(name + " merged weights", largest, 1e-6));
        } finally {
            try (var files = Files.walk(temporary)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
