package dev.whetstone.core.label;

import java.util.List;

/// p(A preferred over B), never rounded, and where it comes from.
///
/// @param p in [0, 1]; exactly 0.5 when no rule voted
/// @param origin whether rules or a judgement decided it
/// @param bias log-odds that no rule accounts for (a class balance other than one half)
/// @param contributions of the rules that voted; with the bias they sum to the log-odds that the
///     rules give, which is ln(p / (1-p)) when the origin is RULES
public record PairLabel(double p, Origin origin, double bias, List<Contribution> contributions) {
    public enum Origin {
        RULES,
        JUDGED
    }

    /// @param logOdds above 0 speaks for A, below 0 for B
    public record Contribution(String rule, double logOdds) {}

    public PairLabel {
        contributions = List.copyOf(contributions);
    }

    public double logOdds() {
        return bias + contributions.stream().mapToDouble(Contribution::logOdds).sum();
    }

    /// How much the label weighs as evidence: |2p - 1|, 0 when undecided.
    public double confidence() {
        return Math.abs(2 * p - 1);
    }

    /// Whether anything speaks for a side; an undecided pair is never exported as a label.
    public boolean decided() {
        return p != 0.5;
    }
}
