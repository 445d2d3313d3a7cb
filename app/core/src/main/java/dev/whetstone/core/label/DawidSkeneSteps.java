package dev.whetstone.core.label;

import java.util.Arrays;

/// The two steps of Dawid and Skene's EM and its evidence lower bound.
final class DawidSkeneSteps {
    private static final double FLOOR = 1e-10;

    private final LabelMatrix votes;
    private final int[] items;
    private final DawidSkene.Confusion confusion;

    DawidSkeneSteps(LabelMatrix votes, int[] items, DawidSkene.Confusion confusion) {
        this.votes = votes;
        this.items = items;
        this.confusion = confusion;
    }

    double[] priors(double[][] q) {
        double[] priors = new double[votes.classes()];
        for (int i : items) {
            for (int y = 0; y < priors.length; y++) {
                priors[y] += q[i][y] / items.length;
            }
        }
        return priors;
    }

    double[][][] errors(double[][] q) {
        int k = votes.classes();
        double[][][] errors = new double[votes.rules()][k][k];
        for (int j = 0; j < errors.length; j++) {
            for (int i : items) {
                if (votes.voted(i, j)) {
                    for (int y = 0; y < k; y++) {
                        errors[j][votes.vote(i, j)][y] += q[i][y];
                    }
                }
            }
            switch (confusion) {
                case FULL -> normaliseColumns(errors[j]);
                case ONE_COIN -> oneCoin(errors[j], votes.votesOf(j));
            }
        }
        return errors;
    }

    void expect(double[][] q, double[] priors, double[][][] errors) {
        for (int i : items) {
            double[] log = Arrays.stream(priors).map(Math::log).toArray();
            for (int j = 0; j < votes.rules(); j++) {
                if (votes.voted(i, j)) {
                    for (int y = 0; y < log.length; y++) {
                        log[y] += Math.log(errors[j][votes.vote(i, j)][y]);
                    }
                }
            }
            q[i] = Posterior.normalise(log);
        }
    }

    /// crowd-kit's bound: Σ over votes of Σ_y q (ln error + ln prior), plus the entropy of q, a
    /// vote.
    double lowerBound(double[][] q, double[] priors, double[][][] errors) {
        double sum = 0;
        int count = 0;
        for (int i : items) {
            for (int y = 0; y < priors.length; y++) {
                sum -= q[i][y] > 0 ? q[i][y] * Math.log(q[i][y]) : 0;
            }
            for (int j = 0; j < votes.rules(); j++) {
                if (votes.voted(i, j)) {
                    count++;
                    for (int y = 0; y < priors.length; y++) {
                        sum +=
                                q[i][y]
                                        * (Math.log(errors[j][votes.vote(i, j)][y])
                                                + Math.log(priors[y]));
                    }
                }
            }
        }
        return sum / count;
    }

    static double change(double[] a, double[] b) {
        double sum = 0;
        for (int y = 0; y < a.length; y++) {
            sum += Math.abs(a[y] - b[y]);
        }
        return sum;
    }

    static double change(double[][][] a, double[][][] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            for (int l = 0; l < a[j].length; l++) {
                sum += change(a[j][l], b[j][l]);
            }
        }
        return sum;
    }

    private static void normaliseColumns(double[][] table) {
        for (int y = 0; y < table.length; y++) {
            double sum = 0;
            for (double[] row : table) {
                row[y] = Math.max(row[y], FLOOR);
                sum += row[y];
            }
            for (double[] row : table) {
                row[y] /= sum;
            }
        }
    }

    private static void oneCoin(double[][] table, int count) {
        double right = 0;
        for (int y = 0; y < table.length; y++) {
            right += table[y][y];
        }
        double skill = count == 0 ? 1.0 / table.length : right / count;
        for (int l = 0; l < table.length; l++) {
            for (int y = 0; y < table.length; y++) {
                table[l][y] = Math.max(FLOOR, l == y ? skill : (1 - skill) / (table.length - 1));
            }
        }
    }
}
