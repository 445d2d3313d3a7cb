package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.TensorInfo;
import dev.whetstone.engine.weights.WeightFolder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares the headers of a folder's weights with what config.json asks for, before a byte is
/// loaded or a program compiled.
final class WeightCheck {
    private WeightCheck() {}

    /// @throws RuntimeFailure `weights.missing`, `weights.shape`, `weights.type`, or
    ///     `weights.unknown`: a tensor that no slot takes would mean that the maths here is not the
    ///     model's
    static void check(WeightFolder folder, DecoderLayout layout) {
        Set<String> known = new HashSet<>();
        known.add("lm_head.weight");
        for (Slot slot : layout.slots()) {
            for (Part part : slot.parts()) {
                known.add(folder.stored(part.name()));
            }
        }
        List<String> ignored = layout.names().ignored();
        for (String name : folder.names()) {
            if (!known.contains(name) && ignored.stream().noneMatch(name::endsWith)) {
                throw new RuntimeFailure(
                        "weights.unknown",
                        "the weights hold '" + name + "', which config.json does not explain",
                        "check that config.json belongs to these weights");
            }
        }
        layout.slots().forEach(slot -> slot.parts().forEach(part -> checkPart(folder, part)));
    }

    private static void checkPart(WeightFolder folder, Part part) {
        TensorInfo info = folder.info(part.name());
        if (!info.shape().equals(part.storedShape())) {
            throw new RuntimeFailure(
                    "weights.shape",
                    "tensor '"
                            + part.name()
                            + "' is "
                            + info.shape()
                            + ", config.json asks for "
                            + part.storedShape(),
                    "check that config.json belongs to these weights");
        }
        TensorFiles.element(info.type(), part.name());
    }
}
