package dev.whetstone.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.policy.RewardPolicy;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreJobTest {
    private static final Device ONE = new Device("cpu", 1, DType.FP32);
    @TempDir Path folder;

    @Test
    void aRowIsScoredAtTheEndOfItsCompletion() throws IOException {
        var model = TestModel.plain(folder.resolve("model"));
        for (var name : List.of("config.json", "model.safetensors")) {
            Files.write(
                    model.resolve(name),
                    Files.readAllBytes(
                            Golden.folder().resolve("checkpoints/reward-llama").resolve(name)));
        }
        var rows =
                Files.writeString(
                        folder.resolve("rows.jsonl"),
                        """
                        {"id": "a", "prompt": "Say hi.", "completion": " Hi there, and more."}
                        {"id": "b", "prompt": "Say hi.", "completion": " No."}
                        """);
        var out = folder.resolve("out.jsonl");
        var result =
                new ScoreJob()
                        .run(new Job.Score(ModelRef.of(model), rows, out, ONE), RunControl.NONE);
        assertThat(result.path("rows").asInt()).isEqualTo(2);
        var text = ModelText.of(model);
        var lines = JsonLines.read(out);
        var given = JsonLines.read(rows);
        assertThat(lines.get(0).text("id")).isEqualTo("a");
        try (var policy = RewardPolicy.load(ModelRef.of(model), ONE)) {
            for (var i = 0; i < 2; i++) {
                var exchange =
                        text.exchange(
                                given.get(i).field("prompt"), given.get(i).field("completion"));
                var ids =
                        IntStream.concat(
                                        IntStream.of(exchange.prompt()),
                                        IntStream.of(exchange.completion()))
                                .toArray();
                var score = policy.scores(List.of(ids), RunControl.NONE).getFirst()[0];
                assertThat(lines.get(i).field("score").asDouble()).isCloseTo(score, within(1e-5));
            }
        }
    }
}
