package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.disk.WholeFolder;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.weights.ModelFiles;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredTensor;
import dev.whetstone.engine.weights.WeightFolder;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes a model and its adapters as one folder: merged in fp32, each tensor rounded to the type
/// in which the base stores it.
public final class Merger {
    private Merger() {}

    /// @param model with one adapter or more A run that was cut off leaves nothing under the
    ///     name of `out`; one that was cut off after its last word is answered with what it
    ///     wrote.
    ///
    /// @param out must not exist yet, or hold what the same call wrote
    /// @param prompts up to 8 token sequences on which the last adapter and the merged weights are
    ///     compared
    /// @throws RuntimeFailure `merge.adapters`, `merge.out`, `merge.write`
    public static MergeResult merge(ModelRef model, Path out, List<int[]> prompts, Device device) {
        if (model.adapters().isEmpty()) {
            throw new RuntimeFailure("merge.adapters", "there is no adapter to merge", "");
        }
        Fingerprint parts = new Fingerprint().with(model);
        prompts.forEach(parts::with);
        String madeOf = parts.hex();
        Optional<MergeResult> finished = finished(out, madeOf);
        if (finished.isPresent()) {
            return finished.get();
        }
        Device exact = new Device(device.name(), device.threads(), DType.FP32);
        List<Path> all = model.adapters();
        ModelRef before = new ModelRef(model.folder(), all.subList(0, all.size() - 1));
        Set<String> changed = new HashSet<>();
        for (Path path : all) {
            PeftAdapter adapter = PeftAdapter.open(path);
            adapter.modules().forEach(m -> changed.add(m.path()));
            changed.addAll(adapter.saved().keySet());
        }
        try (Decoder decoder = Decoder.load(before, exact)) {
            PeftAdapter last = PeftAdapter.open(all.getLast());
            Forward adapted = decoder.forward(last);
            List<float[]> expected = logits(decoder, adapted, prompts);
            decoder.merge(model, last);
            List<float[]> merged = logits(decoder, decoder.forward(), prompts);
            List<StoredTensor> tensors = stored(model, decoder);
            MergeResult result =
                    new MergeResult(
                            tensors.size(),
                            changed.size(),
                            prompts.size(),
                            largest(expected, merged));
            WholeFolder.write(
                    out,
                    folder -> {
                        SafetensorsWriter.write(
                                folder.resolve("model.safetensors"),
                                Map.of("format", "pt"),
                                tensors);
                        ModelFiles.copy(model.folder(), folder);
                        new MergeRecord(madeOf, result).write(folder);
                    });
            return result;
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "merge.write", out + ": cannot be written: " + e.getMessage(), "", e);
        }
    }

    private static Optional<MergeResult> finished(Path out, String madeOf) {
        if (!Files.exists(out)) {
            return Optional.empty();
        }
        try {
            Optional<MergeResult> found = MergeRecord.of(out, madeOf);
            if (found.isEmpty()) {
                throw new RuntimeFailure(
                        "merge.out", out + ": exists already", "choose a folder that does not");
            }
            return found;
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "merge.out", out + ": cannot be read: " + e.getMessage(), "", e);
        }
    }

    private static List<StoredTensor> stored(ModelRef model, Decoder decoder) {
        WeightFolder folder = WeightFolder.open(model.folder());
        return decoder.stored(name -> folder.info(name).type());
    }

    private static List<float[]> logits(Decoder decoder, Forward forward, List<int[]> prompts) {
        List<float[]> result = new ArrayList<>();
        for (int[] prompt : prompts) {
            try (Scope scope = decoder.scope().inner()) {
                TokenBatch row = TokenBatch.unmarked(List.of(prompt));
                result.add(forward.logits(scope, row).floats());
            }
        }
        return result;
    }

    private static double largest(List<float[]> some, List<float[]> others) {
        double largest = 0;
        for (int i = 0; i < some.size(); i++) {
            for (int j = 0; j < some.get(i).length; j++) {
                largest = Math.max(largest, Math.abs(some.get(i)[j] - others.get(i)[j]));
            }
        }
        return largest;
    }
}
