package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Completion;
import java.util.List;

/// A pair as a step sees it.
///
/// @param reference zeros where nothing is compared to a reference
/// @param mismatched its prompt with responses to other prompts, where the loss asks for them
record StepPair(TokenPair pair, ReferenceScore reference, List<Mismatch> mismatched) {
    static final ReferenceScore NO_REFERENCE = new ReferenceScore(0, 0);

    StepPair {
        mismatched = List.copyOf(mismatched);
    }

    /// @param reference its summed log-probability under the reference
    record Mismatch(Completion row, double reference) {}

    /// Tokens of the shorter completion.
    int shared() {
        return Math.min(pair.chosen().length, pair.rejected().length);
    }

    /// Tokens of the longer row.
    int width() {
        return pair.prompt().length + Math.max(pair.chosen().length, pair.rejected().length);
    }
}
