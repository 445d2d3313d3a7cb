package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.RewardSettings;
import dev.whetstone.runtime.model.RewardSettings.Learned;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the verbs on models ask of the worker, and what they make of its answer.
class ModelVerbsTest {
    @TempDir Path folder;
    private final List<Job> asked = new ArrayList<>();
    private final List<JsonNode> pairs = new ArrayList<>();
    private Terminal terminal;
    private Path model;
    private Path adapter;

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(folder, this::answer);
        model = Files.createDirectories(folder.resolve("model"));
        Files.writeString(model.resolve("config.json"), "{}");
        adapter = Files.createDirectories(folder.resolve("adapter"));
        Files.writeString(adapter.resolve("adapter_config.json"), "{}");
    }

    private JsonNode answer(Job job, Progress progress) {
        asked.add(job);
        switch (job) {
            case Job.Generate generate -> new FakeModels().run(generate, progress);
            case Job.Memory memory -> {
                return new FakeModels().run(memory, progress);
            }
            case Job.TrainReward train -> pairs.addAll(JsonFiles.readLines(train.pairs()));
            default -> {}
        }
        return JsonFiles.object().put("done", "by the worker");
    }

    private <T extends Job> T job(Class<T> type) {
        return type.cast(asked.getLast());
    }

    private Path lines(String... lines) throws IOException {
        return Files.write(folder.resolve("in.jsonl"), List.of(lines));
    }

    /// @param options separated by single spaces
    private Terminal.Call generate(Path prompts, Path out, String options) {
        return with(options, "generate", "--model", model, "--prompts", prompts, "--out", out);
    }

    /// @param options separated by single spaces
    private Terminal.Call trainReward(Path pairs, Path out, String options) {
        return with(
                options, "model", "train-reward", "--model", model, "--pairs", pairs, "--out", out);
    }

    private Terminal.Call with(String options, Object... call) {
        List<Object> words = new ArrayList<>(List.of(call));
        if (!options.isEmpty()) {
            words.addAll(List.of(options.split(" ")));
        }
        return terminal.run(words.toArray());
    }

    @Test
    void ggufIsWrittenInHalfPrecisionWhereNothingIsSaid() {
        Path out = folder.resolve("model.gguf");
        JsonNode json = terminal.run("model", "gguf", model, out, "--json").json();
        assertThat(job(Job.Gguf.class))
                .isEqualTo(new Job.Gguf(ModelRef.of(model), out, Job.Gguf.Matrices.F16));
        assertThat(json.path("done").asText()).isEqualTo("by the worker");
        terminal.run("model", "gguf", model, out, "--type", "q8_0", "--adapter", adapter);
        assertThat(job(Job.Gguf.class).matrices()).isEqualTo(Job.Gguf.Matrices.Q8_0);
        assertThat(job(Job.Gguf.class).model().adapters()).containsExactly(adapter);
        assertThat(terminal.run("model", "gguf", model, out, "--type", "q4").code()).isEqualTo(2);
    }

    @Test
    void noFileIsOverwrittenUnlessForced() throws IOException {
        Path out = Files.writeString(folder.resolve("there.gguf"), "old");
        Terminal.Call refused = terminal.run("model", "gguf", model, out);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).startsWith("error: file.exists " + out);
        Path rows = lines("{\"id\":\"1\",\"prompt\":\"p\",\"completion\":\"c\"}");
        for (String verb : List.of("score", "logprobs")) {
            assertThat(terminal.run("model", verb, model, "--rows", rows, "--out", out).code())
                    .isEqualTo(1);
        }
        assertThat(asked).isEmpty();
        assertThat(terminal.run("model", "gguf", model, out, "--force").code()).isZero();
        assertThat(asked).hasSize(1);
    }

    @Test
    void scoreTakesAnAdapterAndTheDevice() throws IOException {
        Path rows = lines("{\"id\":\"1\",\"prompt\":\"p\",\"completion\":\"c\"}");
        Path out = folder.resolve("scores.jsonl");
        terminal.run(
                "model",
                "score",
                model,
                "--adapter",
                adapter,
                "--rows",
                rows,
                "--out",
                out,
                "--threads",
                2,
                "--dtype",
                "bf16");
        assertThat(job(Job.Score.class))
                .isEqualTo(
                        new Job.Score(
                                new ModelRef(model, List.of(adapter)),
                                rows,
                                out,
                                new Device("cpu", 2, DType.BF16)));
        assertThat(terminal.run("model", "score", model, "--rows", rows).code()).isEqualTo(2);
        Terminal.Call none = terminal.run("model", "score", folder, "--rows", rows, "--out", out);
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).startsWith("error: model.missing").contains("config.json");
    }

    @Test
    void logProbsWritesIdsWhereAsked() throws IOException {
        Path rows = lines("{\"id\":\"1\",\"prompt\":\"p\",\"completion\":\"c\"}");
        Path out = folder.resolve("logprobs.jsonl");
        terminal.run("model", "logprobs", model, "--rows", rows, "--out", out);
        assertThat(job(Job.LogProbs.class))
                .isEqualTo(new Job.LogProbs(ModelRef.of(model), rows, out, Device.CPU));
        terminal.run("model", "logprobs", model, "--rows", rows, "--out", out, "--ids");
        assertThat(job(Job.LogProbs.class).ids()).isEqualTo(Job.LogProbs.Ids.WRITE);
    }

    @Test
    void generateHandsEverySamplingOptionOn() throws IOException {
        Path prompts = lines("{\"id\":\"x\",\"prompt\":\"hello\"}", "{\"prompt\":\"bye\"}");
        Path out = folder.resolve("out.jsonl");
        Terminal.Call call =
                generate(
                        prompts,
                        out,
                        "--samples 2 --temperature .5 --top-p .9 --top-k 40 --min-p .05"
                                + " --typical-p .8 --repetition-penalty 1.2"
                                + " --no-repeat-ngram 3 --max-new-tokens 12 --seed 4");
        assertThat(call.code()).isZero();
        assertThat(job(Job.Generate.class).sampling())
                .isEqualTo(new Sampling(.5, .9, 40, .05, 1.2, 3, .8, 12, 4));
        assertThat(job(Job.Generate.class).samples()).isEqualTo(2);
        List<JsonNode> written = JsonFiles.readLines(out);
        assertThat(written.get(0).path("prompt").asText()).isEqualTo("hello");
        assertThat(written.get(0).at("/responses/1/text").asText()).isEqualTo("hello hello");
        assertThat(written.get(1).path("id").asText()).isEqualTo("2");
    }

    @Test
    void samplingOutOfRangeIsWrongUse() throws IOException {
        Path prompts = lines("{\"prompt\":\"hello\"}");
        Path out = folder.resolve("out.jsonl");
        for (String wrong :
                List.of(
                        "--typical-p 0",
                        "--min-p 1",
                        "--repetition-penalty 0",
                        "--no-repeat-ngram -1")) {
            assertThat(generate(prompts, out, wrong).code()).as(wrong).isEqualTo(2);
        }
        assertThat(asked).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void trainRewardReadsBothShapesOfPairs() throws IOException {
        Path file =
                lines(
                        "{\"id\":\"x\",\"prompt\":\"q\",\"chosen\":\"yes\",\"rejected\":\"no\",\"margin\":2}",
                        "",
                        "{\"prompt\":\"q\",\"a\":\"yes\",\"b\":\"no\",\"label\":\"b\"}",
                        "{\"prompt\":\"q\",\"a\":\"yes\",\"b\":\"no\",\"label\":0.25}",
                        "{\"prompt\":\"q\",\"a\":\"yes\",\"b\":\"no\",\"label\":\"tie\"}");
        Path out = folder.resolve("reward");
        JsonNode json = trainReward(file, out, "--json").json();
        assertThat(json.path("done").asText()).isEqualTo("by the worker");
        assertThat(pairs)
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"id\":\"x\",\"prompt\":\"q\",\"chosen\":\"yes\",\"rejected\":\"no\",\"p\":1.0,\"margin\":2}",
                        "{\"id\":\"line 3\",\"prompt\":\"q\",\"chosen\":\"no\",\"rejected\":\"yes\",\"p\":1.0}",
                        "{\"id\":\"line 4\",\"prompt\":\"q\",\"chosen\":\"no\",\"rejected\":\"yes\",\"p\":0.75}",
                        "{\"id\":\"line 5\",\"prompt\":\"q\",\"chosen\":\"yes\",\"rejected\":\"no\",\"p\":0.5}");
        Job.TrainReward job = job(Job.TrainReward.class);
        assertThat(job.out()).isEqualTo(out);
        assertThat(job.padding()).isEmpty();
        assertThat(job.settings())
                .isEqualTo(
                        new RewardSettings(
                                Learned.LORA,
                                new LoraSettings(16, 32, List.of()),
                                0,
                                1e-4,
                                "linear",
                                0,
                                1,
                                8,
                                1024,
                                1,
                                0,
                                .1,
                                50,
                                1));
        assertThat(job.pairs()).doesNotExist();
    }

    @Test
    void trainRewardTakesItsSettings() throws IOException {
        Path file = lines("{\"prompt\":\"q\",\"chosen\":\"yes\",\"rejected\":\"no\"}");
        trainReward(
                file,
                folder.resolve("reward"),
                "--adapter "
                        + adapter
                        + " --train full --epochs 3 --pairs-per-step 4 --centre .01"
                        + " --schedule cosine --warmup-steps 2 --max-tokens 99 --grad-clip 2"
                        + " --weight-decay .1 --held-out .3 --checkpoint-every 7 --seed 5"
                        + " --padding <pad> --dtype bf16 --lora-r 4"
                        + " --lora-targets q_proj,v_proj");
        Job.TrainReward job = job(Job.TrainReward.class);
        assertThat(job.model().adapters()).containsExactly(adapter);
        assertThat(job.padding()).isEqualTo("<pad>");
        assertThat(job.device().dtype()).isEqualTo(DType.BF16);
        assertThat(job.settings())
                .isEqualTo(
                        new RewardSettings(
                                Learned.FULL,
                                new LoraSettings(4, 8, List.of("q_proj", "v_proj")),
                                .01,
                                1e-5,
                                "cosine",
                                2,
                                3,
                                4,
                                99,
                                2,
                                .1,
                                .3,
                                7,
                                5));
    }

    @Test
    void trainRewardGoesOnInItsOwnFolderAloneAndStartsOverByForce() throws IOException {
        Path file = lines("{\"prompt\":\"q\",\"chosen\":\"yes\",\"rejected\":\"no\"}");
        Path out = Files.createDirectories(folder.resolve("reward"));
        Path mine = Files.createDirectories(out.resolve("mine"));
        assertThat(trainReward(file, out, "").err()).startsWith("error: file.exists");
        assertThat(asked).isEmpty();
        Path checkpoint = Files.createDirectories(out.resolve("checkpoint"));
        assertThat(trainReward(file, out, "").code()).isZero();
        assertThat(checkpoint).exists();
        assertThat(trainReward(file, out, "--force").code()).isZero();
        assertThat(checkpoint).doesNotExist();
        assertThat(mine).exists();
    }

    @Test
    void aBadPairIsNamedByFileLineAndField() throws IOException {
        Path out = folder.resolve("reward");
        for (List<String> bad :
                List.of(
                        List.of("{\"chosen\":\"y\",\"rejected\":\"n\"}", "\"prompt\" is missing"),
                        List.of("{\"prompt\":\"q\",\"chosen\":\"y\"}", "\"rejected\" is missing"),
                        List.of(
                                "{\"prompt\":\"q\",\"a\":\"y\",\"b\":\"n\",\"label\":\"c\"}",
                                "\"label\" is missing, or not a, b, tie or a number"),
                        List.of(
                                "{\"prompt\":\"q\",\"chosen\":\"y\",\"rejected\":\"n\",\"p\":7}",
                                "\"p\" is no number from 0 to 1"))) {
            Path file = lines("{\"prompt\":\"q\",\"chosen\":\"y\",\"rejected\":\"n\"}", bad.get(0));
            Terminal.Call call = trainReward(file, out, "");
            assertThat(call.code()).isEqualTo(1);
            assertThat(call.err())
                    .startsWith("error: input.json " + file + " line 2: the field " + bad.get(1));
        }
        Path file = lines("{\"prompt\":\"q\",\"chosen\":\"y\",\"rejected\":\"n\"}");
        assertThat(trainReward(file, out, "--held-out 1").code()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }
}
