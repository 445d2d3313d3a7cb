package dev.whetstone.core.label;

import java.util.Arrays;

/// A fitted Snorkel label model.
public final class SnorkelFit {
    private final LabelMatrix votes;
    private final double[] balance;
    private final double[][] mu;
    private final double loss;
    private final int steps;
    private final boolean converged;

    SnorkelFit(
            LabelMatrix votes,
            double[] balance,
            double[][] mu,
            double loss,
            int steps,
            boolean converged) {
        this.votes = votes;
        this.balance = balance;
        this.mu = mu;
        this.loss = loss;
        this.steps = steps;
        this.converged = converged;
    }

    public double[] balance() {
        return balance.clone();
    }

    /// μ[j·k + l][y] = P(function j votes l | class y).
    public double mu(int row, int classIndex) {
        return mu[row][classIndex];
    }

    /// The loss of the final state, without the l2 term.
    public double loss() {
        return loss;
    }

    public int steps() {
        return steps;
    }

    /// Whether the entries had come to rest (always false when that was not asked for).
    public boolean converged() {
        return converged;
    }

    /// Snorkel's `get_weights`: clip(Σ_y P(λ_j = y, Y = y) / coverage_j, 1e-6, 1). NaN for a
    /// function that never voted, where Snorkel says 1.
    public double[] weights() {
        int k = balance.length;
        double[] weights = new double[votes.rules()];
        for (int j = 0; j < weights.length; j++) {
            double right = 0;
            for (int y = 0; y < k; y++) {
                right += mu[j * k + y][y] * balance[y];
            }
            int voted = votes.votesOf(j);
            weights[j] =
                    voted == 0 ? Double.NaN : Math.clamp(right * votes.rows() / voted, 1e-6, 1);
        }
        return weights;
    }

    /// P(class | votes) ∝ p_y Π μ over the functions that voted; a row without votes gets the
    /// balance.
    public double[][] probabilities() {
        double[][] result = new double[votes.rows()][];
        for (int i = 0; i < result.length; i++) {
            double[] log = Arrays.stream(balance).map(Math::log).toArray();
            for (int j = 0; j < votes.rules(); j++) {
                if (votes.voted(i, j)) {
                    double[] row = mu[j * balance.length + votes.vote(i, j)];
                    for (int y = 0; y < log.length; y++) {
                        log[y] += Math.log(row[y]);
                    }
                }
            }
            result[i] = Posterior.normalise(log);
        }
        return result;
    }
}
