package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Logits computed in bf16 stay near those of Transformers in fp32: within 0.5 for magnitudes of up
/// to 25, where Transformers' own bf16 is within 0.2.
class HalfPrecisionTest {
    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("dev.whetstone.engine.policy.Cases#all")
    void logitsAreNearTheExactOnes(String name) throws IOException {
        JsonNode expected = Golden.json("expected/" + name + ".json");
        SafetensorsFile arrays =
                SafetensorsFile.open(
                        Golden.folder().resolve(expected.path("arrays_file").asText()));
        float[] recorded = Golden.floats(arrays, "long_logits");
        int[] positions = Golden.ints(expected.at("/long/positions"));
        try (Policy policy =
                Policy.load(Cases.model(name, folder), new Device("cpu", 1, DType.BF16))) {
            int vocabulary = policy.config().vocabulary();
            float[] logits = policy.logits(Golden.ints(expected.at("/long/input_ids")));
            for (int i = 0; i < positions.length; i++) {
                int from = positions[i] * vocabulary;
                assertThat(Arrays.copyOfRange(logits, from, from + vocabulary))
                        .containsExactly(
                                Arrays.copyOfRange(recorded, i * vocabulary, (i + 1) * vocabulary),
                                within(0.5f));
            }
        }
    }
}
