package dev.whetstone.core.label;

import java.util.Arrays;

/// FlyingSquid's triplet method (Fu et al. 2020): accuracies in closed form from agreements of
/// three functions at a time, no iteration. Functions are taken to be better than chance and
/// independent.
public final class FlyingSquid implements PairLabelModel {
    private final double prior;

    /// @param prior P(A preferred), strictly between 0 and 1
    public FlyingSquid(double prior) {
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("a prior of " + prior + " is not between 0 and 1");
        }
        this.prior = prior;
    }

    @Override
    public String name() {
        return "flyingsquid";
    }

    /// a_j = E[λ_j Y]: the mean over pairs (k, l) of other functions of √|M_jk M_jl / M_kl|, with
    /// M = λᵀλ / n (0 where M_kl is 0).
    public double[] expectations(LabelMatrix votes) {
        votes.requirePairs();
        int m = votes.rules();
        if (m < 3) {
            throw new IllegalArgumentException(
                    "triplets need at least 3 labeling functions, not " + m);
        }
        double[][] moment = new double[m][m];
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < m; k++) {
                for (int i = 0; i < votes.rows(); i++) {
                    moment[j][k] += (double) votes.sign(i, j) * votes.sign(i, k) / votes.rows();
                }
            }
        }
        double[] result = new double[m];
        for (int j = 0; j < m; j++) {
            int triplets = 0;
            for (int k = 0; k < m; k++) {
                for (int l = k + 1; l < m; l++) {
                    if (k != j && l != j) {
                        triplets++;
                        result[j] +=
                                moment[k][l] == 0
                                        ? 0
                                        : Math.sqrt(
                                                Math.abs(
                                                        moment[j][k]
                                                                * moment[j][l]
                                                                / moment[k][l]));
                    }
                }
            }
            result[j] /= triplets;
        }
        return result;
    }

    /// P(right | voted) = (a_j / coverage_j + 1) / 2; NaN for a function that never voted.
    public double[] accuracies(LabelMatrix votes) {
        double[] a = expectations(votes);
        double[] result = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            result[j] = (a[j] * votes.rows() / votes.votesOf(j) + 1) / 2;
            if (votes.votesOf(j) == 0) {
                result[j] = Double.NaN;
            }
        }
        return result;
    }

    @Override
    public PairLabels label(LabelMatrix votes, Gold gold) {
        double[] a = expectations(votes);
        double[][] logOdds = new double[votes.rows()][votes.rules()];
        double prior0 = Math.log(prior / (1 - prior));
        for (int j = 0; j < votes.rules(); j++) {
            double[][] joint = joint(votes, a[j], j);
            for (int i = 0; i < votes.rows(); i++) {
                if (votes.voted(i, j)) {
                    double[] row = joint[votes.vote(i, j)];
                    logOdds[i][j] = Math.log(row[1] / row[0]) - prior0;
                }
            }
        }
        double[] nothing = new double[votes.rows()];
        Arrays.fill(nothing, Double.NaN);
        return new PairLabels(name(), votes, accuracies(votes), logOdds, prior0, true, nothing);
    }

    /// P(λ_j = vote, Y = class) by vote and class; negative cells become positive and all is
    /// normalised.
    private double[][] joint(LabelMatrix votes, double a, int rule) {
        double n = votes.rows();
        double forA = 0;
        for (int i = 0; i < votes.rows(); i++) {
            forA += votes.sign(i, rule) > 0 ? 1 / n : 0;
        }
        double silent = 1 - votes.votesOf(rule) / n;
        double forB = 1 - silent - forA;
        double right = (1 + a - silent) / 2;
        double forAInA = (forA + right - (1 - silent) * (1 - prior)) / 2;
        double[][] joint = {
            {right - forAInA, prior * (1 - silent) - forAInA}, {forA - forAInA, forAInA}
        };
        double sum = 0;
        for (double[] row : joint) {
            for (int y = 0; y < 2; y++) {
                row[y] = Math.max(Math.abs(row[y]), 1e-12);
                sum += row[y];
            }
        }
        for (double[] row : joint) {
            for (int y = 0; y < 2; y++) {
                row[y] *= (forA + forB) / sum;
            }
        }
        return joint;
    }
}
