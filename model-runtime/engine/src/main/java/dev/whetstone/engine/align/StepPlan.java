package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Layers;
import java.util.Optional;

/// How a step is cut up so that it fits into memory. The gradient is the same but for rounding.
///
/// @param tokens of one micro-batch, padding included; a pair alone may have more
/// @param layers whether activations inside a layer are kept for the gradient or computed again
/// @param chunk positions whose logits exist at a time
record StepPlan(int tokens, Layers layers, int chunk) {
    static final StepPlan USUAL = new StepPlan(4096, Layers.KEPT, 256);

    private static final int FEWEST_TOKENS = 512;
    static final int FEWEST_POSITIONS = 32;

    /// What to try after memory ran out: half the micro-batch down to one pair, then layers
    /// computed again, then smaller chunks; empty where nothing is left to try.
    Optional<StepPlan> smaller() {
        if (tokens > FEWEST_TOKENS) {
            return Optional.of(new StepPlan(tokens / 2, layers, chunk));
        }
        if (layers == Layers.KEPT) {
            return Optional.of(new StepPlan(tokens, Layers.COMPUTED_AGAIN, chunk));
        }
        if (chunk > FEWEST_POSITIONS) {
            return Optional.of(new StepPlan(tokens, layers, chunk / 2));
        }
        return Optional.empty();
    }
}
