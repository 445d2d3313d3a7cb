package dev.whetstone.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checks of a training's texts, each passing and failing, before a weight is read.
class TrainDpoJobTest {
    private static final Device ONE = new Device("cpu", 1, DType.FP32);
    private static final String PAIR =
            """
            {"id":"q-1","prompt":"Question","chosen":"Yes, of course.","rejected":"No."}
            """;

    @TempDir Path folder;

    @Test
    void allSelfTestsAreInTheResultInPlainWords() throws IOException {
        var result = run(TestModel.chat(folder.resolve("model")), PAIR);
        assertThat(result.path("self_tests").findValuesAsText("name"))
                .containsExactly(
                        "prompt-is-prefix",
                        "one-begin",
                        "response-ends",
                        "padding",
                        "probe-reloaded",
                        "start-is-reference",
                        "reference-unchanged",
                        "adapter-reloaded",
                        "merged-equals-adapter");
        assertThat(result.path("self_tests").findValuesAsText("words"))
                .contains("Every response ends with an end token", "A text begins at most once")
                .doesNotHaveDuplicates();
        for (var test : result.path("self_tests")) {
            assertThat(test.path("passed").asBoolean()).as(test.toString()).isTrue();
        }
    }

    @Test
    void aResponseWithoutAnEndIsRefused() throws IOException {
        var model = withoutWeights(TestModel.chat(folder.resolve("model")));
        Files.writeString(
                model.resolve("tokenizer_config.json"),
                """
                {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": "<|begin|>"}
                """);
        for (var name : List.of("config.json", "generation_config.json")) {
            var file = model.resolve(name);
            if (Files.exists(file)) {
                Files.writeString(
                        file, Files.readString(file).replaceAll("\"eos_token_id\"", "\"no_end\""));
            }
        }
        fails(model, PAIR, "Every response ends with an end token", "line 1");
    }

    @Test
    void aBeginTokenInsideAResponseIsRefused() throws IOException {
        fails(
                withoutWeights(TestModel.chat(folder.resolve("model"))),
                PAIR + PAIR.replace("No.", "No. <|begin|>").replace("q-1", "q-2"),
                "A text begins at most once",
                "line 2");
    }

    @Test
    void aPromptThatBeginsTwiceIsRefused() throws IOException {
        var model = withoutWeights(TestModel.chat(folder.resolve("model")));
        Files.writeString(model.resolve("chat_template.jinja"), "{{ bos_token }}" + TestModel.CHAT);
        assertThatThrownBy(() -> run(model, PAIR))
                .hasMessageContaining("line 1")
                .hasMessageContaining("begins with two tokens");
    }

    @Test
    void aTemplateThatRewritesAnAnsweredPromptIsRefused() throws IOException {
        var model = withoutWeights(TestModel.chat(folder.resolve("model")));
        Files.writeString(
                model.resolve("chat_template.jinja"),
                TestModel.CHAT.replace(
                        "{{ m.content }}",
                        "{% if messages | length > 1 and m.role == 'user' %}(answered) {% endif %}"
                                + "{{ m.content }}"));
        assertThatThrownBy(() -> run(model, PAIR))
                .hasMessageContaining("line 1")
                .hasMessageContaining("renders the prompt differently");
    }

    /// What fails without weights fails before they are read.
    private static Path withoutWeights(Path model) throws IOException {
        Files.delete(model.resolve("model.safetensors"));
        return model;
    }

    private void fails(Path model, String pairs, String words, String place) {
        assertThatThrownBy(() -> run(model, pairs))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo("self-test");
                            assertThat(failure).hasMessageContaining(words);
                            assertThat(failure.advice()).contains(place);
                        });
    }

    private com.fasterxml.jackson.databind.JsonNode run(Path model, String pairs)
            throws IOException {
        return new TrainDpoJob()
                .run(
                        new Job.TrainDpo(
                                ModelRef.of(model),
                                Files.writeString(folder.resolve("pairs.jsonl"), pairs),
                                folder.resolve("out"),
                                new DpoSettings(
                                        LossSettings.of(LossType.SIGMOID),
                                        new LoraSettings(4, 8, List.of()),
                                        0.01,
                                        "constant",
                                        0,
                                        2,
                                        2,
                                        128,
                                        1.0,
                                        0,
                                        3,
                                        11),
                                ONE),
                        RunControl.NONE);
    }
}
