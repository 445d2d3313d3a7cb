package dev.whetstone.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogProbsJobTest {
    private static final Device ONE = new Device("cpu", 1, DType.FP32);
    @TempDir Path folder;

    /// From text to sums, against the reference log-probs of TRL's first step (B = 0, so they are
    /// the base's): means over the batch's four pairs.
    @Test
    void scoresTextsAsTrlDoes() throws IOException {
        var file = Golden.folder().resolve("traces/dpo-lora/trace.json");
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> "no " + file);
        var trace = Golden.json("traces/dpo-lora/trace.json");
        var rows = new StringBuilder();
        for (var i = 0; i < 4; i++) {
            var pair = trace.path("pairs").get(i);
            for (var side = 1; side <= 2; side++) {
                rows.append(
                                JsonLines.JSON
                                        .createObjectNode()
                                        .put("id", i + "-" + side)
                                        .put("prompt", pair.get(0).asText())
                                        .put("completion", pair.get(side).asText()))
                        .append('\n');
            }
        }
        var input = Files.writeString(folder.resolve("rows.jsonl"), rows);
        var job =
                new Job.LogProbs(
                        ModelRef.of(TestModel.plain(folder.resolve("model"))),
                        input,
                        folder.resolve("out.jsonl"),
                        Job.LogProbs.Ids.WRITE,
                        ONE);
        var result = new LogProbsJob().run(job, RunControl.NONE);
        assertThat(result.path("rows").asInt()).isEqualTo(8);
        var sums = new double[2];
        for (var line : JsonLines.read(job.out())) {
            assertThat(line.field("completion_ids")).hasSize(line.field("tokens").asInt());
            assertThat(line.field("prompt_ids")).isNotEmpty();
            sums[line.text("id").endsWith("1") ? 0 : 1] += line.field("logprob").asDouble() / 4;
        }
        var first = trace.path("steps").get(0);
        assertThat(sums[0]).isCloseTo(first.path("logps/chosen").asDouble(), within(1e-3));
        assertThat(sums[1]).isCloseTo(first.path("logps/rejected").asDouble(), within(1e-3));
    }
}
