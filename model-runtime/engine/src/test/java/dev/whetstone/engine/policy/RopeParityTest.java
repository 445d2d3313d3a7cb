package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Frequencies and scaling against Transformers' rotary module: `expected/rope.json`.
class RopeParityTest {
    static Stream<String> variants() {
        JsonNode all = Golden.json("expected/rope.json").path("variants");
        return all.properties().stream()
                .filter(
                        entry ->
                                !entry.getValue()
                                        .at("/rope_parameters/rope_type")
                                        .asText()
                                        .matches("dynamic|longrope"))
                .map(java.util.Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void frequenciesAreTheRecordedOnes(String name) {
        JsonNode variant = Golden.json("expected/rope.json").path("variants").path(name);
        JsonNode loaded = variant.path("at_load");
        Rope rope =
                new RopeReader(
                                Path.of("config.json"),
                                variant,
                                variant.path("max_position_embeddings").asInt())
                        .rope();
        float[] found = rope.inverseFrequencies(2 * loaded.path("inv_freq").size());
        for (int i = 0; i < found.length; i++) {
            double recorded = loaded.path("inv_freq").get(i).asDouble();
            assertThat((double) found[i]).isCloseTo(recorded, within(3e-7 * recorded));
        }
        assertThat(rope.attentionScaling())
                .isCloseTo(loaded.path("attention_scaling").asDouble(), within(1e-9));
    }
}
