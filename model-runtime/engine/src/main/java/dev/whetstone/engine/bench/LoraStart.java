package dev.whetstone.engine.bench;

import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// The adapter that every program of a comparison starts from: A as the protocol draws it, layers
/// and targets in its order; B zero.
final class LoraStart {
    static final List<String> TARGETS =
            List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");

    private static final int RANGE = 1 << 20;
    private static final long SEED = 1234;

    private LoraStart() {}

    /// @return A, B, A, B in the order of the modules
    static List<Tensor> tensors(Decoder decoder, List<AdapterModule> modules) {
        var ids = new Ids(SEED, RANGE);
        var drawn = new HashMap<String, float[]>();
        for (var layer = 0; layer < decoder.config().layers(); layer++) {
            for (var target : TARGETS) {
                for (var module : modules) {
                    if (module.path().contains(".layers." + layer + ".")
                            && module.path().endsWith("." + target)) {
                        drawn.put(module.path(), matrix(ids, module));
                    }
                }
            }
        }
        var tensors = new ArrayList<Tensor>();
        for (var module : modules) {
            var a = drawn.getOrDefault(module.path(), new float[0]);
            tensors.add(decoder.scope().floats(a, module.rank(), module.in()));
            tensors.add(
                    decoder.scope()
                            .floats(
                                    new float[module.out() * module.rank()],
                                    module.out(),
                                    module.rank()));
        }
        return tensors;
    }

    private static float[] matrix(Ids ids, AdapterModule module) {
        var values = new float[module.rank() * module.in()];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) (((double) ids.next() / RANGE - 0.5) * 2 / Math.sqrt(module.in()));
        }
        return values;
    }
}
