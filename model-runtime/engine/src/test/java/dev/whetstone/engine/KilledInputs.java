package dev.whetstone.engine;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.ConfigWriter;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Rope;
import dev.whetstone.engine.job.TrainDpoJob;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.RewardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the killed jobs work on.
///
/// @param policy the model with an adapter that was trained on it
/// @param reward a model that scores
record KilledInputs(
        Path model,
        ModelRef policy,
        Path reward,
        Path prompts,
        Path rows,
        Path pairs,
        Path corpus) {
    static final Device ONE = new Device("cpu", 1, DType.FP32);

    /// @param hidden of a model with random weights; 0 for the recorded Llama
    static KilledInputs make(Path folder, int hidden) throws IOException {
        var model = TestModel.chat(folder.resolve("model"));
        if (hidden > 0) {
            widen(model, hidden);
        }
        var reward = TestModel.chat(folder.resolve("reward"));
        for (var name : List.of("config.json", "model.safetensors")) {
            Files.write(
                    reward.resolve(name),
                    Files.readAllBytes(
                            Golden.folder().resolve("checkpoints/reward-llama").resolve(name)));
        }
        var pairs =
                lines(
                        folder.resolve("pairs.jsonl"),
                        12,
                        i ->
                                """
                                {"id":"q-%d","prompt":"Question %d","chosen":"Yes, of course.","rejected":"No.","p":0.9}
                                """
                                        .formatted(i, i));
        var trained = folder.resolve("trained");
        new TrainDpoJob()
                .run(
                        new Job.TrainDpo(ModelRef.of(model), pairs, trained, dpo(), ONE),
                        RunControl.NONE);
        return new KilledInputs(
                model,
                new ModelRef(model, List.of(trained.resolve("adapter"))),
                reward,
                lines(
                        folder.resolve("prompts.jsonl"),
                        24,
                        i -> "{\"id\":\"p-%d\",\"prompt\":\"Claim %d?\"}\n".formatted(i, i)),
                lines(
                        folder.resolve("rows.jsonl"),
                        150,
                        i ->
                                "{\"id\":\"r-%d\",\"prompt\":\"Claim %d?\",\"completion\":\"Paid.\"}\n"
                                        .formatted(i, i)),
                pairs,
                lines(
                        folder.resolve("corpus.jsonl"),
                        40,
                        i ->
                                """
                                {"messages":[{"role":"user","content":"Claim %d?"},{"role":"assistant","content":"It was paid."}]}
                                """
                                        .formatted(i)));
    }

    /// Thirty-six steps, a checkpoint every fifth.
    static DpoSettings dpo() {
        return new DpoSettings(
                LossSettings.of(LossType.SIGMOID),
                new LoraSettings(4, 8, List.of()),
                0.01,
                "linear",
                2,
                9,
                3,
                128,
                1.0,
                0.01,
                5,
                11);
    }

    /// Twenty-four steps, a checkpoint every fifth.
    static RewardSettings rewards() {
        return new RewardSettings(
                RewardSettings.Learned.LORA,
                new LoraSettings(4, 8, List.of()),
                0.01,
                0.003,
                "cosine",
                2,
                8,
                3,
                128,
                1.0,
                0.01,
                0.25,
                5,
                11);
    }

    private static Path lines(Path file, int count, IntFunction<String> line) throws IOException {
        return Files.writeString(
                file, IntStream.range(0, count).mapToObj(line).collect(Collectors.joining()));
    }

    private static void widen(Path model, int hidden) throws IOException {
        var of = ConfigReader.read(model);
        var config =
                new DecoderConfig(
                        "llama",
                        of.vocabulary(),
                        hidden,
                        3 * hidden,
                        4,
                        hidden / 64,
                        hidden / 64,
                        64,
                        of.maxPositions(),
                        1e-5,
                        DecoderConfig.Head.TIED,
                        DecoderConfig.Biases.NONE,
                        DecoderConfig.HeadNorm.NONE,
                        new Rope.Plain(10_000),
                        Collections.nCopies(4, DecoderConfig.ALL),
                        of.ids());
        ConfigWriter.write(model, config, "float32");
        try (var decoder = Decoder.random(config, ONE, 0.02, 5)) {
            SafetensorsWriter.write(
                    model.resolve("model.safetensors"),
                    Map.of("format", "pt"),
                    decoder.stored(name -> StoredType.F32));
        }
    }
}
