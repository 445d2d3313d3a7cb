package dev.whetstone.engine.align;

import dev.whetstone.engine.loss.Objective;
import java.util.List;

/// What a whole step knows before its first pair is scored.
///
/// @param textShare pairs / expected tokens that likelihood learns
/// @param drift see [dev.whetstone.engine.loss.Ratios#drift]
/// @param pairs of the step
record StepFacts(double textShare, double drift, int pairs) {
    static StepFacts of(List<StepPair> step, Objective objective, double drift) {
        double tokens = 0;
        for (StepPair each : step) {
            TokenPair pair = each.pair();
            int prompt = objective.learnsPrompt() ? pair.prompt().length - 1 : 0;
            tokens +=
                    pair.p() * (prompt + pair.chosen().length)
                            + (1 - pair.p()) * (prompt + pair.rejected().length);
        }
        return new StepFacts(step.size() / tokens, drift, step.size());
    }
}
