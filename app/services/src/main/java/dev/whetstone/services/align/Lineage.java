package dev.whetstone.services.align;

import java.util.List;

/// Where a training pair came from: reward model, the rules that agree with the pair, and the
/// experts' choices behind them.
public record Lineage(
        String run,
        int iteration,
        int pair,
        String prompt,
        String chosen,
        String rejected,
        double scoreChosen,
        double scoreRejected,
        double p,
        int rewardVersion,
        List<Cause> causes) {
    public Lineage {
        causes = List.copyOf(causes);
    }

    /// @param kind `rule` or `judgement`
    /// @param id of the rule or judgement
    /// @param text the rule in words, or the expert's sentence
    public record Cause(String kind, String id, String text) {}
}
