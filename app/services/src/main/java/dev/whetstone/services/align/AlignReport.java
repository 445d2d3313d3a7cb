package dev.whetstone.services.align;

import dev.whetstone.services.reward.Estimate;
import java.util.List;

/// A whole run.
///
/// @param rules each accepted rule at the start and after the last iteration
/// @param kept the iteration in use; 0 is the start
/// @param words what got better and what it cost, one sentence each, for an expert
public record AlignReport(
        String run,
        AlignSettings settings,
        Start start,
        List<IterationReport> iterations,
        List<ControlReport> controls,
        List<RuleReport> rules,
        int kept,
        List<String> words) {
    public AlignReport {
        iterations = List.copyOf(iterations);
        controls = List.copyOf(controls);
        rules = List.copyOf(rules);
        words = List.copyOf(words);
    }

    AlignReport withRules(List<RuleReport> newRules) {
        return new AlignReport(run, settings, start, iterations, controls, newRules, kept, words);
    }

    /// The untrained policy on the same prompts.
    public record Start(
            double meanReward, double meanChars, double eosRate, Estimate ruleSatisfaction) {}
}
