package dev.whetstone.engine.align;

import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.AdapterTarget;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.lora.PeftWriter;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.Padding;
import dev.whetstone.engine.policy.RewardDecoder;
import dev.whetstone.engine.policy.RewardFolder;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.StoredTensor;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Writes a trained reward model, and compares what is read back with what was trained. The whole
/// model is written from the base's own weights in fp32, also where the training multiplied in
/// bf16.
final class RewardExport {
    private final ModelRef model;
    private final Padding padding;
    private final Device device;
    private final Path adapter;
    private final Path folder;

    /// @param model what the training began with
    /// @param device of the training
    /// @param out gets `model/` and, where an adapter was learnt, `adapter/`
    RewardExport(ModelRef model, Padding padding, Device device, Path out) {
        this.model = model;
        this.padding = padding;
        this.device = device;
        this.adapter = out.resolve("adapter");
        this.folder = out.resolve("model");
    }

    /// What is left to write when the trained decoder is closed.
    sealed interface Made {
        /// An adapter was written, to be merged.
        record Adapter() implements Made {}

        /// A head, to be put on the base.
        record Head(float[] values) implements Made {}

        /// The whole model was written.
        record Whole() implements Made {}
    }

    Made adapter(RewardModel trained, List<AdapterModule> modules) throws IOException {
        Decoder decoder = trained.decoder();
        List<StoredTensor> tensors = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            AdapterModule module = modules.get(i);
            Tensor a = trained.parameters().get(2 * i);
            Tensor b = trained.parameters().get(2 * i + 1);
            tensors.add(decoder.files().whole(a, PeftAdapter.nameOfA(module), StoredType.F32));
            tensors.add(decoder.files().whole(b, PeftAdapter.nameOfB(module), StoredType.F32));
        }
        tensors.add(
                decoder.files()
                        .whole(
                                trained.head(),
                                PeftAdapter.PREFIX + RewardDecoder.HEAD,
                                StoredType.F32));
        PeftWriter.write(
                adapter,
                AdapterTarget.of(model.folder().toString(), decoder.config()),
                modules,
                tensors);
        return new Made.Adapter();
    }

    Made weights(Decoder decoder) throws IOException {
        write(decoder);
        return new Made.Whole();
    }

    /// Writes what is left and reads all of it back.
    ///
    /// @param made what the training left
    /// @param probe texts and their scores under the trained model
    List<SelfTest> reloaded(Made made, RewardProbe probe) throws IOException {
        List<SelfTest> tests = new ArrayList<>();
        switch (made) {
            case Made.Adapter _ -> tests.addAll(merged(probe));
            case Made.Head(float[] values) -> {
                try (Decoder decoder = exact()) {
                    RewardDecoder.setHead(decoder, values);
                    write(decoder);
                }
            }
            case Made.Whole _ -> {}
        }
        try (Decoder decoder = Decoder.load(ModelRef.of(folder), exactly())) {
            double limit = isExact(decoder) ? 1e-4 : 0.05;
            tests.add(probe.test("model-reloaded", decoder, decoder.forward(), limit));
        }
        tests.forEach(SelfTest::require);
        return tests;
    }

    private List<SelfTest> merged(RewardProbe probe) throws IOException {
        try (Decoder decoder = exact()) {
            PeftAdapter written = PeftAdapter.open(adapter);
            Forward beside = decoder.forward(written);
            double near = device.dtype() == DType.FP32 ? 1e-5 : 0.05;
            SelfTest same = probe.test("adapter-reloaded", decoder, beside, near);
            RewardProbe adapted = probe.under(decoder, beside);
            double rounded = decoder.storedExactly(model) ? 1e-4 : 0.05;
            decoder.merge(model, written);
            SelfTest merged =
                    adapted.test("merged-equals-adapter", decoder, decoder.forward(), rounded);
            write(decoder);
            return List.of(same, merged);
        }
    }

    private boolean isExact(Decoder decoder) {
        return device.dtype() == DType.FP32 && decoder.storedExactly(ModelRef.of(folder));
    }

    private Decoder exact() {
        return RewardDecoder.open(model, exactly(), 0);
    }

    private Device exactly() {
        return new Device(device.name(), device.threads(), DType.FP32);
    }

    private void write(Decoder decoder) throws IOException {
        delete(folder);
        RewardFolder.write(decoder, model.folder(), padding, folder);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
