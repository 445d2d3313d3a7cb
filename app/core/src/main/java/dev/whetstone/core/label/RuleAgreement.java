package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;

/// What votes alone tell of rules: one that sides with the others where it votes is likelier
/// to be right than one that stands against them. Copies agree too, so this is a belief to
/// begin with, not a weight, and rules of a confirmed family share one voice.
final class RuleAgreement {
    /// A start needs no more; later rounds move it in the third decimal.
    private static final int ROUNDS = 20;

    private RuleAgreement() {}

    /// How much each rule is trusted in comparison with the others: ln(a / (1 - a)) of the
    /// accuracy a that EM finds without a judgement, never below 0, divided by the mean over
    /// rules. All 1 where nothing is trusted.
    ///
    /// @param families weight 1 / (size of its family) of each rule; empty when all are on their
    /// own
    static double[] relative(LabelMatrix votes, double[] families) {
        double[] accuracies =
                new SymmetricEm(BetaPrior.NORMAL, families)
                        .fit(votes, Gold.none(votes.rows()), ROUNDS)
                        .accuracies();
        double[] trust =
                Arrays.stream(accuracies).map(a -> Math.max(0, Logistic.logit(a))).toArray();
        double mean = Arrays.stream(trust).average().orElse(0);
        return Arrays.stream(trust).map(t -> mean > 0 ? t / mean : 1).toArray();
    }
}
