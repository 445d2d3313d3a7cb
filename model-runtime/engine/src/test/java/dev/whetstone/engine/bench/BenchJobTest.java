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
        assertThatThrownBy(() -> run("reward", "--mode score"))
                .hasMessageContaining("no reward head");
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
