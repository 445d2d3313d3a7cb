package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Rope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Frequencies and scaling against Transformers' rotary module: `expected/rope.json`.
class RopeParityTest {
    static Stream<String> variants() {
        return Golden.json("expected/rope.json").path("variants").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(name -> Files.isDirectory(folder(name)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void frequenciesAreTheRecordedOnes(String name) {
        JsonNode variant = Golden.json("expected/rope.json").path("variants").path(name);
        DecoderConfig config = ConfigReader.read(folder(name));
        Rope rope = (Rope) config.positions();
        compare(rope, config.headDim(), 1, variant.path("at_load"));
        for (var length : variant.path("after_length").properties()) {
            compare(rope, config.headDim(), Integer.parseInt(length.getKey()), length.getValue());
        }
    }

    private static void compare(Rope rope, int headDim, int length, JsonNode recorded) {
        float[] found = rope.inverseFrequencies(headDim, length);
        assertThat(found).hasSize(recorded.path("inv_freq").size());
        for (int i = 0; i < found.length; i++) {
            double wanted = recorded.path("inv_freq").get(i).asDouble();
            assertThat((double) found[i]).isCloseTo(wanted, within(3e-7 * wanted));
        }
        assertThat(rope.attentionScaling())
                .isCloseTo(recorded.path("attention_scaling").asDouble(), within(1e-9));
    }

    private static Path folder(String name) {
        return Golden.folder().resolve("checkpoints").resolve(name);
    }
}
