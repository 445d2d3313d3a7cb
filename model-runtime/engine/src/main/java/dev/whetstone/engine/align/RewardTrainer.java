package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Padding;
import dev.whetstone.engine.policy.RewardDecoder;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.RewardSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Trains a reward model on preference pairs: a decoder with a head that gives one score, by the
/// Bradley-Terry loss of [dev.whetstone.engine.loss.RewardLoss].
public final class RewardTrainer {
    private RewardTrainer() {}

    /// Leaves `model/` (for sequence classification), `adapter/` (PEFT, where one is learnt),
    /// `metrics.jsonl`, `checkpoint/` and `result.json` in `out`. Called again with the same input
    /// it goes on from the last checkpoint, and repeats the losses of an uninterrupted run to the
    /// last bit.
    ///
    /// @param model a language model, which gets a new head, or a reward model; its adapters are
    ///     merged first
    /// @param device with bf16, multiplications are in bf16; what is learnt stays in fp32
    /// @param padding with which no text ends
    /// @throws RuntimeFailure naming what is wrong with the input, `checkpoint.mismatch` where
    ///     `out` holds another run, `training.non-finite` after three steps without finite numbers,
    ///     `self-test`
    /// @throws dev.whetstone.engine.control.RunCancelled after a checkpoint
    public static RewardResult run(
            ModelRef model,
            Device device,
            List<RewardPair> pairs,
            Padding padding,
            RewardSettings settings,
            Path out,
            RunControl control) {
        return run(model, device, pairs, padding, settings, out, UnaryOperator.identity(), control);
    }

    /// @param around what computes gradients
    static RewardResult run(
            ModelRef model,
            Device device,
            List<RewardPair> pairs,
            Padding padding,
            RewardSettings settings,
            Path out,
            UnaryOperator<RewardStep.Pass> around,
            RunControl control) {
        String fingerprint = fingerprint(model, device, pairs, padding, settings);
        try {
            Files.createDirectories(out);
            ResultFile file = new ResultFile(out, fingerprint);
            Optional<RewardResult> finished = file.read(RewardResult.class);
            if (finished.isPresent()) {
                return finished.get();
            }
            RewardExport export = new RewardExport(model, padding, device, out);
            RewardRun.Trained trained;
            int dropped;
            try (Decoder decoder =
                    RewardDecoder.open(model, training(device, settings), settings.seed())) {
                List<RewardPair> usable = usable(pairs, settings, decoder.config());
                dropped = pairs.size() - usable.size();
                HeldOut parts = HeldOut.of(usable, settings.heldOut(), settings.seed());
                trained =
                        new RewardRun(decoder, parts, settings, device, out, fingerprint, control)
                                .finish(export, around);
            }
            List<SelfTest> tests = new ArrayList<>(trained.tests());
            tests.addAll(export.reloaded(trained.made(), trained.probe()));
            RewardResult result =
                    trained.figures().with(dropped, trained.heldOut(), padding.id(), tests);
            file.write(result);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All weights learn in fp32 whatever they are multiplied in.
    private static Device training(Device device, RewardSettings settings) {
        return switch (settings.learned()) {
            case LORA, HEAD -> device;
            case FULL -> new Device(device.name(), device.threads(), DType.FP32);
        };
    }

    private static String fingerprint(
            ModelRef model,
            Device device,
            List<RewardPair> pairs,
            Padding padding,
            RewardSettings settings) {
        Fingerprint print =
                new Fingerprint()
                        .with("reward")
                        .with(settings.toString())
                        .with(padding.toString())
                        .with(device.dtype().name())
                        .with(model);
        for (RewardPair pair : pairs) {
            print.with(pair.id()).with(pair.prompt()).with(pair.chosen()).with(pair.rejected());
            print.with(pair.p() + " " + pair.margin());
        }
        return print.hex();
    }

    private static List<RewardPair> usable(
            List<RewardPair> pairs, RewardSettings settings, DecoderConfig config) {
        int most = Math.min(settings.maxTokens(), config.maxPositions());
        pairs.forEach(pair -> PairTexts.check(pair.id(), config, pair.chosen(), pair.rejected()));
        return PairTexts.notLonger(most, pairs, RewardPair::longest);
    }
}
