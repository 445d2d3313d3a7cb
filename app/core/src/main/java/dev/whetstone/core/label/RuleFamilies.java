package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;
import java.util.List;

/// Rules that agree more than rules of their accuracy would if they were independent, and so
/// tell one story several times. A family is a suggestion that a person confirms: strong rules
/// on few pairs raise false alarms.
public final class RuleFamilies {
    /// Excess above which two rules are suggested to be one family.
    public static final double THRESHOLD = 0.3;

    /// Pairs that both rules must have voted on before anything is said.
    public static final int LEAST_COMMON_VOTES = 10;

    /// The stricter count used before families are suggested to a person.
    public static final int COMMON_VOTES_TO_SUGGEST = 30;

    private RuleFamilies() {}

    /// X_ij = max(0, (o - e) / (1 - e)) · common / min(coverage), where o is the observed
    /// agreement on common pairs and e = a_i a_j + (1 - a_i)(1 - a_j) the one expected of
    /// independent rules.
    public static double[][] excess(LabelMatrix votes, Gold gold, int leastCommonVotes) {
        double[] a = GoldOnlyWeights.accuracies(votes, gold, BetaPrior.NORMAL);
        int m = votes.rules();
        double[][] result = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < i; j++) {
                int common = 0;
                int agree = 0;
                for (int row = 0; row < votes.rows(); row++) {
                    if (votes.voted(row, i) && votes.voted(row, j)) {
                        common++;
                        agree += votes.vote(row, i) == votes.vote(row, j) ? 1 : 0;
                    }
                }
                if (common >= leastCommonVotes) {
                    double expected = a[i] * a[j] + (1 - a[i]) * (1 - a[j]);
                    double over = ((double) agree / common - expected) / (1 - expected);
                    double x =
                            Math.max(0, over)
                                    * common
                                    / Math.min(votes.votesOf(i), votes.votesOf(j));
                    result[i][j] = x;
                    result[j][i] = x;
                }
            }
        }
        return result;
    }

    /// f_i = 1 / |{j : X_ij > 0.3} ∪ {i}|.
    public static double[] weights(double[][] excess) {
        double[] weights = new double[excess.length];
        for (int i = 0; i < excess.length; i++) {
            int size = 1;
            for (int j = 0; j < excess.length; j++) {
                size += j != i && excess[i][j] > THRESHOLD ? 1 : 0;
            }
            weights[i] = 1.0 / size;
        }
        return weights;
    }

    /// Weights from families that a person confirmed; rules named in none stand alone.
    public static double[] weights(int rules, List<List<Integer>> families) {
        double[] weights = new double[rules];
        Arrays.fill(weights, 1);
        for (List<Integer> family : families) {
            for (int rule : family) {
                weights[rule] = 1.0 / family.size();
            }
        }
        return weights;
    }

    /// f_j · ln(a_j / (1 - a_j)); an empty array of families is all ones.
    static double[] weigh(double[] accuracies, double[] families) {
        if (families.length != 0 && families.length != accuracies.length) {
            throw new IllegalArgumentException(
                    families.length + " family weights for " + accuracies.length + " rules");
        }
        double[] weights = new double[accuracies.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = (families.length == 0 ? 1 : families[j]) * Logistic.logit(accuracies[j]);
        }
        return weights;
    }
}
