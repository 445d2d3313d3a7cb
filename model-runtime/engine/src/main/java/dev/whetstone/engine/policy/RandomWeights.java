package dev.whetstone.engine.policy;

import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Initial weights as Transformers draws them for the Llama family: matrices normal with one
/// spread, norms 1, biases 0.
record RandomWeights(double spread, long seed) {
    List<Tensor> draw(Scope scope, List<Slot> slots) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Tensor> result = new ArrayList<>();
        for (Slot slot : slots) {
            long[] shape = slot.shape();
            float[] values =
                    new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
            if (slot.decays()) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (spread * random.nextGaussian());
                }
            } else if (!slot.key().endsWith("_bias")) {
                Arrays.fill(values, 1);
            }
            result.add(scope.floats(values, shape));
        }
        return result;
    }
}
