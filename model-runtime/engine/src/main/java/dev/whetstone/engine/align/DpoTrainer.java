package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.disk.Sync;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Trains a LoRA adapter on preference pairs by any of the losses. The reference, where the loss
/// has
/// one, is the model itself with the adapter off.
public final class DpoTrainer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DpoTrainer() {}

    /// Leaves `adapter/` (PEFT), `metrics.jsonl`, `checkpoint/` and `result.json` in `out`. Called
    /// again with the same input it goes on from the last checkpoint, and repeats the losses of an
    /// uninterrupted run to the last bit.
    ///
    /// @param model the start and the reference; its adapters are merged first
    /// @throws RuntimeFailure naming what is wrong with the input, `checkpoint.mismatch` where
    /// `out`
    ///     holds another run, `training.non-finite` after three steps without finite numbers,
    ///     `self-test`
    /// @throws dev.whetstone.engine.control.RunCancelled after a checkpoint
    public static DpoResult run(
            ModelRef model,
            Device device,
            List<TokenPair> pairs,
            DpoSettings settings,
            Path out,
            RunControl control) {
        return run(
                model,
                device,
                pairs,
                settings,
                out,
                (learner, optimizer, scorer) -> new DpoStep(learner, optimizer, scorer)::run,
                control);
    }

    /// @param passes makes what computes gradients
    static DpoResult run(
            ModelRef model,
            Device device,
            List<TokenPair> pairs,
            DpoSettings settings,
            Path out,
            StepPass.Maker passes,
            RunControl control) {
        String fingerprint =
                new Fingerprint()
                        .with(settings.toString())
                        .with(device.dtype().name())
                        .with(model)
                        .with(pairs)
                        .hex();
        Path resultFile = out.resolve("result.json");
        try {
            Files.createDirectories(out);
            if (Files.exists(resultFile)) {
                Finished finished = JSON.readValue(resultFile.toFile(), Finished.class);
                Checkpoint.requireSameRun(out, fingerprint, finished.fingerprint());
                return finished.result();
            }
            try (Decoder decoder = Decoder.load(model, device)) {
                List<TokenPair> usable = usable(pairs, settings, decoder.config());
                List<AdapterModule> modules =
                        LoraInit.choose(
                                decoder.linearLayers(),
                                settings.lora().targets(),
                                settings.lora().rank(),
                                settings.lora().alpha());
                DpoRun run =
                        new DpoRun(
                                new DpoRun.Setting(
                                        decoder,
                                        model,
                                        modules,
                                        usable,
                                        settings,
                                        out,
                                        fingerprint),
                                passes,
                                control);
                DpoResult result = run.finish(pairs.size() - usable.size());
                write(resultFile, new Finished(fingerprint, result));
                return result;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What `result.json` holds.
    record Finished(String fingerprint, DpoResult result) {}

    private static void write(Path file, Finished finished) throws IOException {
        Path beside = file.resolveSibling("result.json.part");
        JSON.writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), finished);
        Sync.file(beside);
        Files.move(
                beside,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Sync.namesAround(file);
    }

    private static List<TokenPair> usable(
            List<TokenPair> pairs, DpoSettings settings, DecoderConfig config) {
        int most = Math.min(settings.maxTokens(), config.maxPositions());
        for (TokenPair pair : pairs) {
            checkIds(pair, pair.prompt(), config);
            checkIds(pair, pair.chosen(), config);
            checkIds(pair, pair.rejected(), config);
        }
        List<TokenPair> usable =
                pairs.stream()
                        .filter(
                                pair ->
                                        pair.prompt().length
                                                        + Math.max(
                                                                pair.chosen().length,
                                                                pair.rejected().length)
                                                <= most)
                        .toList();
        if (usable.isEmpty()) {
            throw new RuntimeFailure(
                    "training.no-pairs",
                    pairs.isEmpty()
                            ? "there are no pairs to train on"
                            : "all " + pairs.size() + " pairs are longer than " + most + " tokens",
                    "judge more comparisons, or raise the token limit");
        }
        return usable;
    }

    private static void checkIds(TokenPair pair, int[] ids, DecoderConfig config) {
        if (ids.length == 0) {
            throw new RuntimeFailure(
                    "tokens.range", "pair " + pair.id() + " has an empty prompt or response", "");
        }
        for (int id : ids) {
            if (id < 0 || id >= config.vocabulary()) {
                throw new RuntimeFailure(
                        "tokens.range",
                        "pair " + pair.id() + " has the token id " + id + ", which the model lacks",
                        "check that the tokenizer belongs to this model");
            }
        }
    }
}
