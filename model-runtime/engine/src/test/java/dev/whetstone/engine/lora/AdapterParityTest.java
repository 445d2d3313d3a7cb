package dev.whetstone.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Adapters against PEFT: `lora/*` (logits with the adapter on, and merged).
class AdapterParityTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);

    static Stream<String> plain() {
        return all().filter(AdapterParityTest::isPlain);
    }

    static Stream<String> other() {
        return all().filter(name -> !isPlain(name));
    }

    private static Stream<String> all() {
        return Golden.list("lora").stream()
                .filter(path -> path.resolve("expected.json").toFile().exists())
                .map(path -> path.getFileName().toString());
    }

    private static boolean isPlain(String name) {
        JsonNode config = Golden.json("lora/" + name + "/adapter_config.json");
        return config.path("task_type").asText().equals("CAUSAL_LM")
                && !config.path("use_dora").asBoolean()
                && !config.path("fan_in_fan_out").asBoolean();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void adapterAndMergedLogitsAreTheRecordedOnes(String name) {
        JsonNode expected = Golden.json("lora/" + name + "/expected.json");
        Path base = Golden.folder().resolve(expected.path("base").asText());
        Path folder = Golden.folder().resolve("lora").resolve(name);
        SafetensorsFile arrays = SafetensorsFile.open(folder.resolve("expected.safetensors"));
        int length = 0;
        for (JsonNode mark : expected.at("/attention_mask/1")) {
            length += mark.asInt();
        }
        int[] ids = Arrays.copyOf(Golden.ints(expected.at("/input_ids/1")), length);
        PeftAdapter adapter = PeftAdapter.open(folder);
        try (Decoder decoder = Decoder.load(ModelRef.of(base), ONE_THREAD);
                Scope scope = decoder.scope().inner()) {
            Forward forward =
                    decoder.forward(adapter.modules(), decoder.read(adapter, decoder.scope()));
            TokenBatch row = TokenBatch.of(List.of(ids), List.of(new boolean[ids.length]));
            compare(forward.logits(scope, row).floats(), Golden.floats(arrays, "logits"));
        }
        try (Policy merged = Policy.load(new ModelRef(base, List.of(folder)), ONE_THREAD)) {
            compare(merged.logits(ids), Golden.floats(arrays, "merged_logits"));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("other")
    void refusesByNameWhatItDoesNotKnow(String name) {
        assertThatThrownBy(() -> PeftAdapter.open(Golden.folder().resolve("lora").resolve(name)))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("adapter_config.json")
                .hasMessageContaining("not supported");
    }

    private static void compare(float[] found, float[] recorded) {
        assertThat(found).containsExactly(Arrays.copyOf(recorded, found.length), within(1e-4f));
    }
}
