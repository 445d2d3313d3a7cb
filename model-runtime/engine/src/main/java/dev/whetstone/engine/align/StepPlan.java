package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Layers;
import dev.whetstone.engine.tensor.Scope;
import java.util.Optional;

/// How a step is cut up so that it fits into memory. The gradient is the same but for rounding.
///
/// @param tokens of one micro-batch, padding included; a pair alone may have more
/// @param layers whether activations inside a layer are kept for the gradient or computed again
/// @param chunk positions whose logits exist at a time
public record StepPlan(int tokens, Layers layers, int chunk) {
    /// Tokens that a processor takes at once.
    public static final int ON_PROCESSORS = 1024;

    private static final int ON_CARDS = 4096;
    private static final int FEWEST_TOKENS = 512;
    static final int FEWEST_POSITIONS = 32;

    /// What is tried first. A processor is as fast with a thousand tokens as with more, and what is
    /// kept of them is the most of a training's memory.
    static StepPlan usual(Scope where) {
        return new StepPlan(where.onDevice() ? ON_CARDS : ON_PROCESSORS, Layers.KEPT, 256);
    }

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
