package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.Merger;
import dev.whetstone.engine.bench.EndlessModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Policy;
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
        var ids =
                Recorded.masked(
                        expected.path("input_ids").get(1), expected.path("attention_mask").get(1));
        try (var decoder = Decoder.load(ModelRef.of(base), Device.CPU);
                var scope = decoder.scope().inner()) {
            var adapter = PeftAdapter.open(folder);
            var forward = decoder.forward(adapter.modules(), decoder.read(adapter, scope));
            var batch = TokenBatch.of(List.of(ids), List.of(new boolean[ids.length]));
            var recorded = Recorded.floats(arrays, "logits");
            suite.add(
                    Check.of(
                            name + " logits beside the base",
                            Recorded.largest(
                                    forward.logits(scope, batch).floats(),
                                    0,
                                    recorded,
                                    0,
                                    ids.length * decoder.config().vocabulary()),
                            1e-4));
        }
        try (var endless = EndlessModel.of(base, base);
                var policy =
                        Policy.load(new ModelRef(endless.folder(), List.of(folder)), Device.CPU)) {
            suite.add(
                    Check.of(
                            name + " merged logits",
                            Recorded.largest(
                                    policy.logits(ids),
                                    0,
                                    Recorded.floats(arrays, "merged_logits"),
                                    0,
                                    ids.length * policy.config().vocabulary()),
                            1e-4));
            ModelChecks.greedy(policy, name, expected.path("greedy"), suite);
        }
        mergedWeights(base, folder, name, arrays, suite);
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
