package dev.whetstone.engine.lora;

import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A new adapter: A uniform in +-1/sqrt(in) (PEFT's kaiming uniform with a = sqrt 5), B zero, so
/// that the adapted model is the base exactly.
public record LoraInit(long seed) {
    /// @return A, B, A, B in the order of the modules
    public List<Tensor> draw(Scope scope, List<AdapterModule> modules) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Tensor> tensors = new ArrayList<>();
        for (AdapterModule module : modules) {
            float[] a = new float[module.rank() * module.in()];
            double bound = 1 / Math.sqrt(module.in());
            for (int i = 0; i < a.length; i++) {
                a[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
            tensors.add(scope.floats(a, module.rank(), module.in()));
            tensors.add(
                    scope.floats(
                            new float[module.out() * module.rank()], module.out(), module.rank()));
        }
        return tensors;
    }

    /// The layers that settings name, with their rank and scale.
    ///
    /// @param layers every linear layer
    /// @param targets last parts of paths, e.g. `q_proj`; empty means all
    /// @throws dev.whetstone.engine.control.RuntimeFailure `lora.targets` for a name that no layer
    ///     has
    public static List<AdapterModule> choose(
            List<AdapterModule> layers, List<String> targets, int rank, double alpha) {
        for (String target : targets) {
            if (layers.stream().noneMatch(layer -> named(layer, target))) {
                throw new dev.whetstone.engine.control.RuntimeFailure(
                        "lora.targets", "the model has no layer named '" + target + "'", "");
            }
        }
        return layers.stream()
                .filter(l -> targets.isEmpty() || targets.stream().anyMatch(t -> named(l, t)))
                .map(l -> new AdapterModule(l.path(), rank, alpha / rank, l.in(), l.out()))
                .toList();
    }

    private static boolean named(AdapterModule layer, String target) {
        return layer.path().equals(target) || layer.path().endsWith("." + target);
    }
}
