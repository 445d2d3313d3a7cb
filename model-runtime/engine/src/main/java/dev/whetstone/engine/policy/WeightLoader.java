package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.TensorNames.Orientation;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.tensor.Call;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.TensorInfo;
import dev.whetstone.engine.weights.WeightFolder;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /// @param folder checked by [WeightCheck]
    /// @param target type to compute in
    /// @return a tensor for each slot, owned by `scope`
    List<Tensor> load(Scope scope, WeightFolder folder, ElementType target) {
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

    /// Adds scale B A to each adapted layer, in fp32, and scales its rows where the adapter has
    /// magnitudes.
    ///
    /// @param rounding type of each checkpoint tensor to which the sum is rounded
    void merge(
            Scope scope,
            PeftAdapter adapter,
            List<Tensor> slots,
            Function<String, ElementType> rounding) {
        for (AdapterModule module : adapter.modules()) {
            Place place = place(module, adapter.weights().file());
            long type = rounding.apply(place.part().name()).code();
            try (Scope inner = scope.inner()) {
                switch (module.kind()) {
                    case PLAIN ->
                            moving("shift", inner, adapter, module, slots.get(place.slot()), place)
                                    .with(type)
                                    .compute(inner);
                    case MAGNITUDES ->
                            moving(
                                            "scale_rows",
                                            inner,
                                            adapter,
                                            module,
                                            slots.get(place.slot()),
                                            place)
                                    .with(
                                            tensor(
                                                    inner,
                                                    adapter,
                                                    PeftAdapter.nameOfMagnitudes(module)))
                                    .with(type)
                                    .compute(inner);
                }
            }
        }
    }

    /// What a module with magnitudes multiplies the rows of its sum by.
    Tensor factors(Scope out, PeftAdapter adapter, AdapterModule module, List<Tensor> slots) {
        Place place = place(module, adapter.weights().file());
        try (Scope inner = out.inner()) {
            return moving("row_factors", inner, adapter, module, slots.get(place.slot()), place)
                    .with(tensor(inner, adapter, PeftAdapter.nameOfMagnitudes(module)))
                    .compute(out)
                    .getFirst();
        }
    }

    /// A head with an adapter added, which leaves the head as it is.
    Tensor moved(
            Scope out, PeftAdapter adapter, AdapterModule module, Tensor head, ElementType type) {
        if (module.kind() == AdapterModule.Kind.MAGNITUDES) {
            throw new RuntimeFailure(
                    "adapter.weights",
                    adapter.weights().file() + ": the head cannot have magnitudes",
                    "merge the adapter first");
        }
        Place place = place(module, adapter.weights().file());
        try (Scope inner = out.inner()) {
            List<Tensor> sum = moving("moved", inner, adapter, module, head, place).compute(inner);
            return program.call("cast").with(sum).with((long) type.code()).compute(out).getFirst();
        }
    }

    private Call moving(
            String method,
            Scope inner,
            PeftAdapter adapter,
            AdapterModule module,
            Tensor slot,
            Place place) {
        return program.call(method)
                .with(slot)
                .with((long) place.begin())
                .with((long) place.begin() + place.part().rows())
                .with(tensor(inner, adapter, PeftAdapter.nameOfA(module)))
                .with(tensor(inner, adapter, PeftAdapter.nameOfB(module)))
                .with(module.scale());
    }

    /// Slots whose whole tensors the adapter holds (`modules_to_save`), by their index.
    ///
    /// @throws RuntimeFailure `adapter.weights` where the model has no such tensor or another shape
    Map<Integer, Tensor> replacements(Scope out, PeftAdapter adapter, ElementType target) {
        Map<Integer, Tensor> result = new TreeMap<>();
        for (Map.Entry<String, String> saved : adapter.saved().entrySet()) {
            String name = saved.getKey();
            int slot = slotOf(name, adapter.weights().file());
            TensorInfo info = info(adapter, saved.getValue());
            Part part = layout.slots().get(slot).parts().getFirst();
            if (!info.shape().equals(part.storedShape())) {
                throw new RuntimeFailure(
                        "adapter.weights",
                        adapter.weights().file()
                                + ": '"
                                + name
                                + "' is "
                                + info.shape()
                                + ", the model's is "
                                + part.storedShape(),
                        "check that the adapter was trained on this model");
            }
            result.put(slot, decode(out, adapter, info, target));
        }
        return result;
    }

    /// Whole tensors are known for slots of one part: the head, and the embedding where it is not
    /// the head too.
    private int slotOf(String name, Path file) {
        for (int slot = 0; slot < layout.slots().size(); slot++) {
            List<Part> parts = layout.slots().get(slot).parts();
            boolean tied = layout.isEmbedding(slot) && layout.head() == slot;
            if (parts.size() == 1 && parts.getFirst().name().equals(name) && !tied) {
                return slot;
            }
        }
        throw new RuntimeFailure(
                "adapter.weights",
                file + ": '" + name + "' cannot be replaced by an adapter",
                "the head can, and an embedding that is not tied to it");
    }

    /// An adapter's tensor in fp32.
    Tensor tensor(Scope scope, PeftAdapter adapter, String name) {
        return decode(scope, adapter, info(adapter, name), ElementType.F32);
    }

    private static TensorInfo info(PeftAdapter adapter, String name) {
        TensorInfo info = adapter.weights().tensors().get(name);
        if (info == null) {
            throw new RuntimeFailure(
                    "adapter.weights", adapter.weights().file() + ": no '" + name + "'", "");
        }
        return info;
    }

    private Tensor decode(Scope scope, PeftAdapter adapter, TensorInfo info, ElementType target) {
        try (Arena arena = Arena.ofConfined()) {
            return files.decode(
                    scope,
                    adapter.weights().map(info.name(), arena),
                    info.type(),
                    info.shape(),
                    target,
                    info.name());
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
                        && !layout.isEmbedding(slot)) {
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
        try (Arena arena = Arena.ofConfined()) {
            Tensor stored =
                    files.decode(
                            scope,
                            folder.map(part.name(), arena),
                            info.type(),
                            info.shape(),
                            target,
                            part.name());
            return part.orientation() == Orientation.OUT_IN
                    ? stored
                    : files.flip(scope, stored, 0, part.columns());
        }
    }
}
