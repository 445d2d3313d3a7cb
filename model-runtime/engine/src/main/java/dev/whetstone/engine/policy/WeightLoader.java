package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.TensorInfo;
import dev.whetstone.engine.weights.WeightFolder;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Fills a decoder's slots from a folder, and merges adapters into them.
final class WeightLoader {
    private final Program program;
    private final TensorFiles files;
    private final DecoderLayout layout;

    WeightLoader(Program program, TensorFiles files, DecoderLayout layout) {
        this.program = program;
        this.files = files;
        this.layout = layout;
    }

    /// @param target type to compute in
    /// @return a tensor for each slot, owned by `scope`
    List<Tensor> load(Scope scope, WeightFolder folder, ElementType target) {
        refuseUnknown(folder);
        List<Tensor> slots = new ArrayList<>();
        for (Slot slot : layout.slots()) {
            try (Scope inner = scope.inner()) {
                List<Tensor> parts =
                        slot.parts().stream()
                                .map(part -> read(inner, folder, part, target))
                                .toList();
                Tensor whole =
                        parts.size() == 1
                                ? parts.getFirst()
                                : program.call("join").with(parts).compute(inner).getFirst();
                slots.add(whole.moveTo(scope));
            }
        }
        return slots;
    }

    /// Adds scale B A to each adapted layer, in fp32.
    ///
    /// @param rounding type of each checkpoint tensor to which the sum is rounded
    void merge(
            Scope scope,
            PeftAdapter adapter,
            List<Tensor> slots,
            Function<String, ElementType> rounding) {
        for (AdapterModule module : adapter.modules()) {
            Place place = place(module, adapter.weights().file());
            try (Scope inner = scope.inner()) {
                program.call("shift")
                        .with(slots.get(place.slot()))
                        .with((long) place.begin())
                        .with((long) place.begin() + place.part().rows())
                        .with(matrix(inner, adapter, PeftAdapter.nameOfA(module)))
                        .with(matrix(inner, adapter, PeftAdapter.nameOfB(module)))
                        .with(module.scale())
                        .with((long) rounding.apply(place.part().name()).code())
                        .compute(inner);
            }
        }
    }

    /// An adapter's matrix in fp32.
    Tensor matrix(Scope scope, PeftAdapter adapter, String name) {
        try (Arena arena = Arena.ofConfined()) {
            TensorInfo info = adapter.weights().tensors().get(name);
            if (info == null) {
                throw new RuntimeFailure(
                        "adapter.weights", adapter.weights().file() + ": no '" + name + "'", "");
            }
            return files.decode(
                    scope,
                    adapter.weights().map(name, arena),
                    info.type(),
                    info.shape(),
                    ElementType.F32,
                    name);
        }
    }

    /// Where a checkpoint tensor lies.
    record Place(int slot, Part part, int begin) {}

    /// @throws RuntimeFailure `adapter.weights` where the model has no such layer or another shape
    Place place(AdapterModule module, Path file) {
        for (int slot = 0; slot < layout.slots().size(); slot++) {
            int begin = 0;
            for (Part part : layout.slots().get(slot).parts()) {
                if (part.path().equals(module.path())
                        && part.rows() == module.out()
                        && part.columns() == module.in()
                        && slot != layout.index(DecoderLayout.EMBEDDING)) {
                    return new Place(slot, part, begin);
                }
                begin += part.rows();
            }
        }
        throw new RuntimeFailure(
                "adapter.weights",
                file
                        + ": the model has no linear layer '"
                        + module.path()
                        + "' of "
                        + module.out()
                        + " x "
                        + module.in(),
                "check that the adapter was trained on this model");
    }

    private Tensor read(Scope scope, WeightFolder folder, Part part, ElementType target) {
        TensorInfo info = folder.info(part.name());
        List<Long> expected =
                part.columns() == Part.VECTOR
                        ? List.of((long) part.rows())
                        : List.of((long) part.rows(), (long) part.columns());
        if (!info.shape().equals(expected)) {
            throw new RuntimeFailure(
                    "weights.shape",
                    "tensor '"
                            + part.name()
                            + "' is "
                            + info.shape()
                            + ", config.json asks for "
                            + expected,
                    "check that config.json belongs to these weights");
        }
        try (Arena arena = Arena.ofConfined()) {
            return files.decode(
                    scope,
                    folder.map(part.name(), arena),
                    info.type(),
                    info.shape(),
                    target,
                    part.name());
        }
    }

    /// A tensor that no slot takes would mean that the maths here is not the model's.
    private void refuseUnknown(WeightFolder folder) {
        Set<String> known = new HashSet<>();
        layout.slots().forEach(slot -> slot.parts().forEach(part -> known.add(part.name())));
        known.add("lm_head.weight");
        for (String name : folder.names()) {
            if (!known.contains(name) && !name.endsWith("rotary_emb.inv_freq")) {
                throw new RuntimeFailure(
                        "weights.unknown",
                        "the weights hold '" + name + "', which config.json does not explain",
                        "check that config.json belongs to these weights");
            }
        }
    }
}
