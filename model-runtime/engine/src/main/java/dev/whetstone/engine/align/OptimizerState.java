package dev.whetstone.engine.align;

import dev.whetstone.engine.control.MemoryShortage;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.TensorFiles;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.StoredTensor;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.engine.weights.TensorInfo;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/// Parameters and moments as checkpoint tensors.
final class OptimizerState {
    private final AdamW optimizer;
    private final TensorFiles files;

    OptimizerState(AdamW optimizer, TensorFiles files) {
        this.optimizer = optimizer;
        this.files = files;
    }

    List<StoredTensor> stored() {
        List<StoredTensor> tensors = new ArrayList<>();
        for (Group group : groups()) {
            for (int i = 0; i < group.tensors().size(); i++) {
                tensors.add(
                        files.whole(
                                group.tensors().get(i), group.name() + "." + i, StoredType.F32));
            }
        }
        return tensors;
    }

    void restore(Scope parent, SafetensorsFile from, long steps) {
        for (Group group : groups()) {
            for (int i = 0; i < group.tensors().size(); i++) {
                String name = group.name() + "." + i;
                try (Arena arena = Arena.ofConfined();
                        Scope inner = parent.inner()) {
                    TensorInfo info = from.tensors().get(name);
                    if (info == null) {
                        throw new RuntimeFailure(
                                "checkpoint.mismatch", from.file() + ": no tensor " + name, "");
                    }
                    optimizer.fill(
                            group.tensors().get(i),
                            files.decode(
                                    inner,
                                    from.map(name, arena),
                                    info.type(),
                                    info.shape(),
                                    ElementType.F32,
                                    name));
                }
            }
        }
        optimizer.restore(steps);
    }

    /// Steps the optimizer. An update that breaks off has changed some parameters and not others:
    /// this state is lost then, and the last saved one holds.
    ///
    /// @param number of the step, for messages
    /// @throws RuntimeFailure `out-of-memory`
    void update(List<Tensor> gradients, double rate, long number) {
        try {
            optimizer.step(gradients, rate);
        } catch (RuntimeException | OutOfMemoryError e) {
            if (!MemoryShortage.isBehind(e)) {
                throw e;
            }
            throw new RuntimeFailure(
                    "out-of-memory",
                    "Memory ran out while step " + number + " was being applied",
                    "Close other programs and resume: the run goes on from its last checkpoint.",
                    e);
        }
    }

    private record Group(String name, List<Tensor> tensors) {}

    private List<Group> groups() {
        return List.of(
                new Group("parameter", optimizer.parameters()),
                new Group("mean", optimizer.means()),
                new Group("square", optimizer.squares()));
    }
}
