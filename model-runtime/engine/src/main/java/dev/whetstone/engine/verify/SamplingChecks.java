package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.runtime.model.Sampling;
import java.util.Arrays;

/// `sampling` of expected/NAME.json: the probabilities that processors make of recorded logits.
final class SamplingChecks {
    private static final double PROBABILITY = 1e-5;

    private SamplingChecks() {}

    static void run(
            Policy policy, String title, JsonNode expected, SafetensorsFile arrays, Suite suite) {
        if (!expected.has("sampling")) {
            return;
        }
        var raw = Recorded.floats(arrays, "sampling_raw_logits");
        var recorded = Recorded.floats(arrays, "sampling_probs");
        var vocabulary = policy.config().vocabulary();
        var at = 0;
        for (var one : expected.at("/sampling/cases")) {
            var prompt = Recorded.ids(one.path("prompt_ids"));
            var sampled = Recorded.ids(one.path("sampled_ids"));
            var largest = 0.0;
            var kept = 0L;
            for (var step = 0; step < one.path("kept").size(); step++) {
                var history = Arrays.copyOf(prompt, prompt.length + step);
                System.arraycopy(sampled, 0, history, prompt.length, step);
                var probabilities =
                        policy.probabilities(
                                Arrays.copyOfRange(raw, at, at + vocabulary),
                                history,
                                sampling(one.path("settings")));
                largest =
                        Math.max(
                                largest,
                                Recorded.largest(probabilities, 0, recorded, at, vocabulary));
                kept += differentlyKept(probabilities, recorded, at);
                at += vocabulary;
            }
            var name = title + " sampling " + one.path("settings");
            suite.add(Check.of(name + " probabilities", largest, PROBABILITY));
            suite.add(Check.equal(name + " kept ids", kept));
        }
    }

    private static long differentlyKept(float[] actual, float[] expected, int from) {
        var count = 0L;
        for (var i = 0; i < actual.length; i++) {
            count += actual[i] > 0 == expected[from + i] > 0 ? 0 : 1;
        }
        return count;
    }

    private static Sampling sampling(JsonNode settings) {
        return new Sampling(
                settings.path("temperature").asDouble(1),
                settings.path("top_p").asDouble(1),
                settings.path("top_k").asInt(0),
                settings.path("min_p").asDouble(0),
                settings.path("repetition_penalty").asDouble(1),
                settings.path("no_repeat_ngram_size").asInt(0),
                settings.path("typical_p").asDouble(1),
                1,
                1);
    }
}
