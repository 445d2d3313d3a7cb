package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.runtime.model.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every recorded checkpoint of a supported family against Transformers: `expected/*.json`.
class CheckpointParityTest {
    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("dev.whetstone.engine.policy.Cases#supported")
    void logitsLogProbsAndGreedyIdsAreTheRecordedOnes(String name) throws IOException {
        JsonNode expected = Golden.json("expected/" + name + ".json");
        SafetensorsFile arrays =
                SafetensorsFile.open(
                        Golden.folder().resolve(expected.path("arrays_file").asText()));
        try (Policy policy = Policy.load(Cases.model(name, folder), Cases.ONE_THREAD)) {
            compareBatch(policy, expected, Golden.floats(arrays, "logits"));
            compareLong(policy, expected, Golden.floats(arrays, "long_logits"));
            compareLogProbs(policy, expected.path("completions"));
            compareGreedy(policy, expected.path("greedy"));
        }
    }

    /// Shards, and the older spelling of the same settings: `expected/same-as.json`.
    @Test
    void anotherSpellingGivesTheSameLogits() throws IOException {
        for (JsonNode pair : Golden.json("expected/same-as.json").path("same")) {
            JsonNode expected =
                    Golden.json("expected/" + pair.path("equals_expected_of").asText() + ".json");
            int[] ids = Golden.ints(expected.at("/long/input_ids"));
            Path other = Files.createTempDirectory(folder, "other");
            Path original = Files.createTempDirectory(folder, "original");
            try (Policy one =
                            Policy.load(
                                    Cases.model(
                                            path(pair.path("checkpoint")),
                                            path(pair.path("weights")),
                                            other),
                                    Cases.ONE_THREAD);
                    Policy two =
                            Policy.load(
                                    Cases.model(pair.path("equals_expected_of").asText(), original),
                                    Cases.ONE_THREAD)) {
                assertThat(one.logits(ids)).isEqualTo(two.logits(ids));
            }
        }
    }

    private static Path path(JsonNode relative) {
        return Golden.folder().resolve(relative.asText());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.whetstone.engine.policy.Cases#unsupported")
    void refusesByNameWhatItDoesNotKnow(String name) {
        String checkpoint = Golden.json("expected/" + name + ".json").path("checkpoint").asText();
        assertThatThrownBy(() -> ConfigReader.read(Golden.folder().resolve(checkpoint)))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("config.json")
                .hasMessageContaining("not supported");
    }

    private static void compareBatch(Policy policy, JsonNode expected, float[] recorded) {
        JsonNode batch = expected.path("batch");
        int vocabulary = policy.config().vocabulary();
        int width = batch.path("input_ids").get(0).size();
        int rows = recorded.length / (width * vocabulary);
        for (int r = 0; r < rows; r++) {
            int row = rows == 1 ? 1 : r;
            int length = batch.path("lengths").get(row).asInt();
            int[] ids = Arrays.copyOf(Golden.ints(batch.path("input_ids").get(row)), length);
            int from = r * width * vocabulary;
            assertThat(policy.logits(ids))
                    .containsExactly(
                            Arrays.copyOfRange(recorded, from, from + length * vocabulary),
                            within(1e-4f));
        }
    }

    private static void compareLong(Policy policy, JsonNode expected, float[] recorded) {
        JsonNode row = expected.path("long");
        int vocabulary = policy.config().vocabulary();
        float[] logits = policy.logits(Golden.ints(row.path("input_ids")));
        int[] positions = Golden.ints(row.path("positions"));
        for (int i = 0; i < positions.length; i++) {
            assertThat(
                            Arrays.copyOfRange(
                                    logits,
                                    positions[i] * vocabulary,
                                    (positions[i] + 1) * vocabulary))
                    .containsExactly(
                            Arrays.copyOfRange(recorded, i * vocabulary, (i + 1) * vocabulary),
                            within(1e-4f));
        }
    }

    private static void compareLogProbs(Policy policy, JsonNode completions) {
        List<Completion> rows = new ArrayList<>();
        for (JsonNode row : completions) {
            rows.add(
                    new Completion(
                            Golden.ints(row.path("prompt_ids")),
                            Golden.ints(row.path("completion_ids"))));
        }
        List<float[]> found = policy.completionLogProbs(rows, RunControl.NONE);
        for (int i = 0; i < rows.size(); i++) {
            double sum = 0;
            for (int t = 0; t < found.get(i).length; t++) {
                sum += found.get(i)[t];
                assertThat((double) found.get(i)[t])
                        .isCloseTo(
                                completions.get(i).path("token_logprobs").get(t).asDouble(),
                                within(1e-4));
            }
            assertThat(sum).isCloseTo(completions.get(i).path("sum").asDouble(), within(1e-3));
        }
    }

    /// All prompts at once, left-padded: each must be as if alone, up to its stop token.
    private static void compareGreedy(Policy policy, JsonNode cases) {
        List<GenerationRequest> requests = new ArrayList<>();
        for (JsonNode one : cases) {
            requests.add(
                    new GenerationRequest(
                            "p" + requests.size(), Golden.ints(one.path("prompt_ids"))));
        }
        List<Generation> found = new ArrayList<>();
        policy.generate(
                requests,
                new Sampling(0, 1, 0, 0, 1, cases.get(0).path("new_ids").size(), 1),
                1,
                (request, samples) -> found.add(samples.getFirst()),
                RunControl.NONE);
        for (int i = 0; i < found.size(); i++) {
            int[] recorded = Golden.ints(cases.get(i).path("new_ids"));
            assertThat(found.get(i).ids()).isEqualTo(untilStop(policy, recorded));
        }
    }

    private static int[] untilStop(Policy policy, int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            if (policy.config().ids().eos().contains(ids[i])) {
                return Arrays.copyOf(ids, i + 1);
            }
        }
        return ids;
    }
}
