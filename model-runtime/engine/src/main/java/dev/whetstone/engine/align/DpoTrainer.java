package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
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
import java.util.Optional;

/// Trains a LoRA adapter on preference pairs by any of the losses. The reference, where the
/// loss has one, is the model itself with the adapter off.
public final class DpoTrainer {
    private DpoTrainer() {}

    /// Leaves `adapter/` (PEFT), `metrics.jsonl`, `checkpoint/` and `result.json` in `out`. Called
    /// again with the same input it goes on from the last checkpoint, and repeats the losses of an
    /// uninterrupted run to the last bit.
    ///
    /// @param model the start and the reference; its adapters are merged first
    /// @throws RuntimeFailure naming what is wrong with the input, `checkpoint.mismatch` where
    ///     `out` holds another run, `training.non-finite` after three steps without finite
    ///     numbers, `self-test`
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
        try {
            Files.createDirectories(out);
            ResultFile file = new ResultFile(out, fingerprint);
            Optional<DpoResult> finished = file.read(DpoResult.class);
            if (finished.isPresent()) {
                return finished.get();
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
                file.write(result);
                return result;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TokenPair> usable(
            List<TokenPair> pairs, DpoSettings settings, DecoderConfig config) {
        int most = Math.min(settings.maxTokens(), config.maxPositions());
        for (TokenPair pair : pairs) {
            PairTexts.check(pair.id(), config, pair.prompt(), pair.chosen(), pair.rejected());
        }
        return PairTexts.notLonger(most, pairs, TokenPair::longest);
    }
}
