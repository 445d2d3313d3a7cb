package dev.whetstone.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.RewardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainRewardJobTest {
    private static final Device ONE = new Device("cpu", 1, DType.FP32);

    @TempDir Path folder;

    private static RewardSettings settings() {
        return new RewardSettings(
                RewardSettings.Learned.LORA,
                new LoraSettings(4, 8, List.of()),
                0,
                5e-3,
                "linear",
                0,
                5,
                2,
                200,
                1,
                0,
                .5,
                10,
                1);
    }

    private JsonNode train(Path model, String padding, String... lines) throws IOException {
        Path pairs = Files.write(folder.resolve("pairs.jsonl"), List.of(lines));
        return new TrainRewardJob()
                .run(
                        new Job.TrainReward(
                                ModelRef.of(model),
                                pairs,
                                folder.resolve("out"),
                                padding,
                                settings(),
                                ONE),
                        RunControl.NONE);
    }

    private static String pair(String prompt) {
        return """
        {"prompt": "%s", "chosen": "Thank you.", "rejected": "No idea, ask someone else."}"""
                .formatted(prompt);
    }

    @Test
    void theTrainedModelScoresTheChosenAnswerHigherThroughTheScoreJob() throws IOException {
        Path model = TestModel.chat(folder.resolve("base"));
        JsonNode result = train(model, "", pair("Hello."), pair("Bye."));
        assertThat(result.at("/held_out/accuracy/value").asDouble()).isEqualTo(1);
        assertThat(result.at("/held_out/longest_wins/value").asDouble()).isZero();
        assertThat(result.path("padding").asText()).isEqualTo("<|pad|>");
        assertThat(result.path("self_tests")).hasSize(4);
        Path rows =
                Files.writeString(
                        folder.resolve("rows.jsonl"),
                        """
                        {"id": "good", "prompt": "Hello.", "completion": "Thank you."}
                        {"id": "bad", "prompt": "Hello.", "completion": "No idea, ask someone else."}
                        """);
        List<JsonLines.Line> whole = scored(ModelRef.of(folder.resolve("out/model")), rows);
        assertThat(whole.get(0).field("score").asDouble())
                .isGreaterThan(whole.get(1).field("score").asDouble());
        List<JsonLines.Line> adapted =
                scored(new ModelRef(model, List.of(folder.resolve("out/adapter"))), rows);
        for (int i = 0; i < 2; i++) {
            assertThat(adapted.get(i).field("score").asDouble())
                    .isCloseTo(whole.get(i).field("score").asDouble(), within(1e-4));
        }
    }

    private List<JsonLines.Line> scored(ModelRef model, Path rows) throws IOException {
        Path out = folder.resolve("scores.jsonl");
        new ScoreJob().run(new Job.Score(model, rows, out, ONE), RunControl.NONE);
        return JsonLines.read(out);
    }

    /// Completions end with `<|im_end|>`; a model that names it as padding is scored before it.
    @Test
    void aTokenThatEndsAnswersIsNoPadding() throws IOException {
        Path model = TestModel.chat(folder.resolve("base"));
        Path config = model.resolve("config.json");
        Files.writeString(
                config,
                Files.readString(config)
                        .replaceFirst("\"pad_token_id\": \\d+", "\"pad_token_id\": 468"));
        JsonNode result = train(model, "", pair("Hello."), pair("Bye."));
        assertThat(result.path("padding_id").asInt()).isEqualTo(469);
        assertThat(Files.readString(folder.resolve("out/model/config.json")))
                .contains("\"pad_token_id\" : 469");
        assertThat(Files.readString(folder.resolve("out/model/tokenizer_config.json")))
                .contains("\"pad_token\" : \"<|pad|>\"");
        assertThatThrownBy(() -> train(model, "<|im_end|>", pair("Hello.")))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("'<|im_end|>' ends texts");
        assertThatThrownBy(() -> train(model, "<nothing>", pair("Hello.")))
                .hasMessageContaining("'<nothing>' is no token of this model");
    }

    @Test
    void aBadLineIsNamedOnceWithItsField() throws IOException {
        Path model = TestModel.chat(folder.resolve("base"));
        assertThatThrownBy(
                        () ->
                                train(
                                        model,
                                        "",
                                        pair("Hello."),
                                        "{\"prompt\": \"x\", \"chosen\": \"y\"}"))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessage("pairs.jsonl, line 2, field rejected: is missing");
        assertThatThrownBy(
                        () ->
                                train(
                                        model,
                                        "",
                                        pair("Hello.")
                                                .replace("}", ", \"p\": 0.8, \"margin\": 1}")))
                .hasMessageStartingWith("pairs.jsonl, line 1, field margin: goes with p = 1 only");
    }
}
