package dev.whetstone.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchJobTest {
    /// From the protocol's generator, run in Python.
    @Test
    void theInputsAreThoseOfTheProtocol() {
        assertThat(new Ids(1, 480).take(5)).containsExactly(362, 5, 264, 454, 310);
    }

    @Test
    void generationMakesFixedLengthsAndTellsWhatWasDone() throws IOException {
        var result =
                run(
                        "generate",
                        "--prompts 2 --prompt-len 12 --samples 3 --new-tokens 7 --repeats 2"
                                + " --warmup 1 --threads 1 --json");
        assertThat(result.path("schema").asInt()).isEqualTo(1);
        var work = result.path("work");
        assertThat(work.path("tokens").asInt()).isEqualTo(2 * 3 * 7);
        assertThat(work.path("hidden").asInt()).isEqualTo(48);
        assertThat(work.path("vocab").asInt()).isEqualTo(480);
        assertThat(work.path("dtype").asText()).isEqualTo("fp32");
        assertThat(result.path("seconds")).hasSize(2);
        assertThat(result.path("check").path("greedy_ids")).hasSize(8);
        assertThat(result.path("check").path("prompt_logp").asDouble()).isNegative();
        assertThat(result.path("tokens_per_second").asDouble()).isPositive();
        assertThat(result.path("peak_rss_mb").asDouble()).isGreaterThan(50);
    }

    @Test
    void dpoStartsAtLnTwoFromTheGivenAdapterAndThenMoves() throws IOException {
        var options = "--pairs 2 --len 16 --lora 4 --steps 2 --warmup 1 --threads 1";
        var result = run("dpo", options);
        var losses = result.path("check").path("losses");
        assertThat(losses).hasSize(3);
        assertThat(losses.get(0).asDouble()).isCloseTo(Math.log(2), within(1e-5));
        assertThat(losses.get(1).asDouble()).isNotEqualTo(losses.get(0).asDouble());
        assertThat(result.path("work").path("tokens").asInt()).isEqualTo(2 * 2 * 16);
        assertThat(result.path("work").path("lora_targets")).hasSize(7);
        assertThat(result.path("seconds")).hasSize(2);

        var before = run("dpo", options + " --precompute");
        assertThat(before.path("check")).isEqualTo(result.path("check"));
        assertThat(before.path("reference_tokens_per_second").asDouble()).isPositive();
    }

    @Test
    void withoutChecksTheLossesAreStillTold() throws IOException {
        var result = run("dpo", "--pairs 1 --len 8 --lora 2 --steps 1 --warmup 1 --no-check");
        assertThat(result.has("check")).isFalse();
        assertThat(result.path("losses")).hasSize(2);
        assertThat(result.path("warm_up").asText()).isEqualTo("1, not counted");
        assertThat(result.path("dtype").asText()).isEqualTo("fp32");
    }

    /// `bench_reward.py --engine bare` on the same checkpoint: torch 2.15.0, transformers 5.23.0.
    @Test
    void rewardScoresAreThoseOfTransformers() throws IOException {
        var result =
                run("reward", "--mode score --batch 5 --len 16 --threads 1 --repeats 2 --warmup 1");
        agrees(result.at("/check/scores"), 0.04726, -0.06288, 0.02387, 0.03564);
        assertThat(result.at("/work/bench").asText()).isEqualTo("reward-score");
        assertThat(result.at("/work/tokens").asInt()).isEqualTo(80);
        assertThat(result.at("/work/batch").asInt()).isEqualTo(5);
        assertThat(result.path("seconds")).hasSize(2);
        assertThat(result.at("/physical/gflop_s").asDouble()).isPositive();
    }

    /// As above; peft 0.21.2.
    @ParameterizedTest
    @CsvSource({
        "lora, 0.67261, 0.71439, 0.67899",
        "head, 0.67261, 0.71437, 0.67899",
        "full, 0.67261, 0.71433, 0.67887"
    })
    void rewardLossesAreThoseOfTransformersAndPeft(
            String learned, double first, double second, double third) throws IOException {
        var result =
                run(
                        "reward",
                        "--mode train --pairs 3 --len 16 --lora 4 --steps 2 --warmup 1 --threads 1"
                                + " --train "
                                + learned);
        agrees(result.at("/check/losses"), first, second, third);
        assertThat(result.at("/work/bench").asText()).isEqualTo("reward-train");
        assertThat(result.at("/work/train").asText()).isEqualTo(learned);
        assertThat(result.at("/work/tokens").asInt()).isEqualTo(96);
        assertThat(result.path("seconds")).hasSize(2);
    }

    private static void agrees(JsonNode found, double... expected) {
        assertThat(found).hasSize(expected.length);
        for (var i = 0; i < expected.length; i++) {
            assertThat(found.path(i).asDouble()).isCloseTo(expected[i], within(1.1e-5));
        }
    }

    @Test
    void limitsAreMeasuredForBothTypes() throws IOException {
        var words = List.of("--size", "64", "--mib", "1", "--seconds", "0", "--threads", "1");
        var result = new BenchJob().run(new Job.Bench("limits", words, Map.of()), RunControl.NONE);
        for (var dtype : List.of("fp32", "bf16")) {
            assertThat(result.at("/matmul_gflops/" + dtype + "/64").asDouble()).isPositive();
        }
        assertThat(result.at("/bandwidth_gb_s/1/copy").asDouble()).isPositive();
        assertThat(result.at("/bandwidth_gb_s/1/read").asDouble()).isPositive();
        assertThat(result.path("peak_rss_mb").asDouble()).isGreaterThan(50);
    }

    @Test
    void anUnknownOptionOrBenchmarkIsRefused() {
        assertThatThrownBy(() -> run("generate", "--speed 9"))
                .hasMessageContaining("'--speed' is not an option");
        assertThatThrownBy(() -> run("generate", "--prompts -1"))
                .hasMessageContaining("--prompts -1 is out of range");
        assertThatThrownBy(() -> run("juggle", "")).hasMessageContaining("juggle");
        assertThatThrownBy(() -> run("reward", "--mode guess"))
                .hasMessageContaining("--mode must be score or train");
        assertThatThrownBy(() -> run("reward", "--mode train --train half"))
                .hasMessageContaining("--train must be lora, head or full");
    }

    private static JsonNode run(String name, String options) throws IOException {
        var words = new ArrayList<String>();
        words.add("--model");
        words.add(Golden.folder().resolve("checkpoints/llama").toString());
        if (!options.isEmpty()) {
            words.addAll(List.of(options.split(" ")));
        }
        return new BenchJob().run(new Job.Bench(name, words, Map.of()), RunControl.NONE);
    }
}
