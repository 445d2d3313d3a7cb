package dev.whetstone.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.classifier.Classifier;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parity with `BertForSequenceClassification`, `DistilBertForSequenceClassification` and
/// `RobertaForSequenceClassification` of Transformers 5.23.0 (torch 2.15.0, fp32) on small random
/// checkpoints, which lie with the recorded logits in `classifiers/`; and folders that are not what
/// they say.
class ClassifyJobTest {
    private static final Device CPU = new Device("cpu", 1, DType.FP32);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private Path copy;

    @BeforeEach
    void copyOne() throws Exception {
        copy = Files.createDirectory(folder.resolve("model"));
        for (String name : List.of("config.json", "model.safetensors", "tokenizer.json")) {
            Files.copy(source("bert").resolve(name), copy.resolve(name));
        }
    }

    private static Path source(String name) throws Exception {
        return Path.of(
                java.util.Objects.requireNonNull(
                                ClassifyJobTest.class.getResource("/classifiers/" + name))
                        .toURI());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "distilbert", "roberta"})
    void logitsAreThoseOfTransformers(String name) throws Exception {
        JsonNode cases =
                JSON.readTree(source(name).resolve("expected.json").toFile()).path("cases");
        assertThat(cases.size()).isEqualTo(7);
        try (Classifier classifier = Classifier.open(source(name), CPU)) {
            for (JsonNode each : cases) {
                float[] logits = classifier.logits(each.path("text").asText());
                assertThat(logits).hasSize(each.path("logits").size());
                for (int i = 0; i < logits.length; i++) {
                    assertThat((double) logits[i])
                            .as(each.path("text").asText())
                            .isCloseTo(each.path("logits").path(i).asDouble(), within(2e-5));
                }
            }
        }
    }

    @Test
    void writesTheProbabilityOfTheLabel() throws Exception {
        Path texts =
                Files.writeString(
                        folder.resolve("t.jsonl"),
                        "{\"text\":\"No.\"}\n{\"text\":\"Great movie\"}\n");
        Path out = folder.resolve("out.jsonl");
        double sum = 0;
        for (String label : List.of("NEGATIVE", "POSITIVE")) {
            JsonNode result =
                    new ClassifyJob()
                            .run(
                                    new Job.Classify(source("distilbert"), label, texts, out, CPU),
                                    RunControl.NONE);
            assertThat(result.path("rows").asInt()).isEqualTo(2);
            assertThat(result.path("labels").toString()).isEqualTo("[\"NEGATIVE\",\"POSITIVE\"]");
            List<String> lines = Files.readAllLines(out);
            assertThat(lines).hasSize(2);
            sum += JSON.readTree(lines.getFirst()).path("score").asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    private void edit(String from, String to) throws IOException {
        Path config = copy.resolve("config.json");
        String text = Files.readString(config);
        assertThat(text).contains(from);
        Files.writeString(config, text.replace(from, to));
    }

    private void isRefused(String code, String message) {
        assertThatThrownBy(() -> Classifier.open(copy, CPU).close())
                .isInstanceOfSatisfying(
                        RuntimeFailure.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    @Test
    void anArchitectureThatIsNotKnownIsRefusedByName() throws Exception {
        edit("BertForSequenceClassification", "BertForMaskedLM");
        isRefused("model.architecture", "BertForMaskedLM");
    }

    @Test
    void sizesThatTheWeightsDoNotHaveAreRefusedByTensor() throws Exception {
        edit("\"intermediate_size\": 40", "\"intermediate_size\": 41");
        isRefused(
                "weights.shape",
                "bert.encoder.layer.0.intermediate.dense.weight' is [40, 24]; by config.json it"
                        + " should be [41, 24]");
    }

    @Test
    void wildSizesAreRefusedBeforeAnythingIsRead() throws Exception {
        edit("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 100000");
        isRefused("model.config", "num_hidden_layers is above 256");
        edit("\"num_hidden_layers\": 100000", "\"num_hidden_layers\": -1");
        isRefused("model.config", "num_hidden_layers holds -1");
    }

    @Test
    void headsThatDoNotDivideAreRefused() throws Exception {
        edit("\"num_attention_heads\": 3", "\"num_attention_heads\": 5");
        isRefused("model.config", "num_attention_heads is 5, which does not divide 24");
    }

    @Test
    void aRegressionIsNoClassifier() throws Exception {
        edit("\"pad_token_id\": 0", "\"pad_token_id\": 0, \"problem_type\": \"regression\"");
        isRefused("model.config", "problem_type is regression");
    }

    @Test
    void weightsCutShortAreRefused() throws Exception {
        byte[] all = Files.readAllBytes(copy.resolve("model.safetensors"));
        Files.write(
                copy.resolve("model.safetensors"), java.util.Arrays.copyOf(all, all.length / 2));
        assertThatThrownBy(() -> Classifier.open(copy, CPU).close())
                .isInstanceOfSatisfying(
                        RuntimeFailure.class, e -> assertThat(e.code()).startsWith("weights."))
                .hasMessageContaining("model.safetensors");
    }

    @Test
    void aTokenizerOfAnotherModelIsNoticed() throws Exception {
        Files.copy(
                source("roberta").resolve("tokenizer.json"),
                copy.resolve("tokenizer.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (Classifier classifier = Classifier.open(copy, CPU)) {
            assertThatThrownBy(() -> classifier.logits("the policy ü"))
                    .isInstanceOfSatisfying(
                            RuntimeFailure.class,
                            e -> assertThat(e.code()).isEqualTo("model.tokenizer"));
        }
    }

    @Test
    void aMissingTokenizerAndAMissingConfigAreNamed() throws Exception {
        Files.delete(copy.resolve("tokenizer.json"));
        assertThatThrownBy(() -> Classifier.open(copy, CPU).close())
                .hasMessageContaining("tokenizer.json");
        Files.delete(copy.resolve("config.json"));
        isRefused("model.config", "no config.json");
    }

    @Test
    void aLabelThatIsNotThereIsRefusedWithThoseThatAre() throws Exception {
        try (Classifier classifier = Classifier.open(copy, CPU)) {
            assertThatThrownBy(() -> classifier.probability("text", "rude"))
                    .isInstanceOfSatisfying(
                            RuntimeFailure.class,
                            e -> {
                                assertThat(e.code()).isEqualTo("model.label");
                                assertThat(e.advice()).isEqualTo("It has curt, plain, polite.");
                            });
        }
    }
}
