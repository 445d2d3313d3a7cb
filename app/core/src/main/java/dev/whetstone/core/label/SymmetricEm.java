package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;

/// The challenger: one accuracy a rule, the same for both sides, learned by EM from all votes
/// with judged pairs held at what the expert said ("one-coin MAP"). Without confirmed families
/// copies of a rule pass for independent confirmation, and it falls below majority vote.
public final class SymmetricEm implements PairLabelModel {
    private static final double TOLERANCE = 1e-10;
    private static final int MAX_ROUNDS = 2000;

    private final BetaPrior prior;
    private final double[] families;

    /// @param families weight 1 / (size of its family) of each rule; empty when all are on their
    /// own
    public SymmetricEm(BetaPrior prior, double[] families) {
        this.prior = prior;
        this.families = families.clone();
    }

    /// The state in which the loop came to rest.
    ///
    /// @param accuracies of the rules
    /// @param weights f_j · ln(a_j / (1 - a_j)), those that gave p
    /// @param p p(A preferred), judged rows as judged
    /// @param rounds of the loop
    public record Fit(
            double[] accuracies, double[] weights, double[] p, int rounds, boolean converged) {}

    @Override
    public String name() {
        return "em";
    }

    @Override
    public PairLabels label(LabelMatrix votes, Gold gold) {
        Fit fit = fit(votes, gold);
        double[] clamped = new double[votes.rows()];
        Arrays.setAll(clamped, i -> gold.judged(i) ? gold.preference(i) : Double.NaN);
        return PairLabels.symmetric(name(), votes, fit.weights(), fit.converged(), clamped);
    }

    public Fit fit(LabelMatrix votes, Gold gold) {
        return fit(votes, gold, MAX_ROUNDS);
    }

    /// @param rounds at most
    Fit fit(LabelMatrix votes, Gold gold, int rounds) {
        double[] a = GoldOnlyWeights.accuracies(votes, gold, prior);
        double[] p = new double[votes.rows()];
        double[] weights = RuleFamilies.weigh(a, families);
        for (int round = 1; round <= rounds; round++) {
            weights = RuleFamilies.weigh(a, families);
            expect(votes, gold, weights, p);
            double change = 0;
            for (int j = 0; j < a.length; j++) {
                double next = accuracy(votes, p, j);
                change = Math.max(change, Math.abs(next - a[j]));
                a[j] = next;
            }
            if (change < TOLERANCE) {
                return new Fit(a, weights, p, round, true);
            }
        }
        return new Fit(a, weights, p, rounds, false);
    }

    private static void expect(LabelMatrix votes, Gold gold, double[] weights, double[] p) {
        for (int i = 0; i < p.length; i++) {
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * votes.sign(i, j);
            }
            p[i] = gold.judged(i) ? gold.preference(i) : Logistic.sigmoid(sum);
        }
    }

    private double accuracy(LabelMatrix votes, double[] p, int rule) {
        double right = 0;
        int counted = 0;
        for (int i = 0; i < p.length; i++) {
            if (votes.voted(i, rule)) {
                right += GoldOnlyWeights.agreement(votes.sign(i, rule), p[i]);
                counted++;
            }
        }
        return prior.accuracy(right, counted);
    }
}
