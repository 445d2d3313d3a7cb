package dev.whetstone.core.detect;

import dev.whetstone.core.evaluate.Logistic;
import dev.whetstone.core.reward.RidgeLogit;
import java.util.Arrays;
import java.util.List;

/// Logistic regression with a ridge on the embeddings of marked texts. The ridge is the one with
/// the least log loss on texts not fitted to.
public final class HeadTrainer {
    /// Fewest marks that a head is fitted to.
    public static final int LEAST_MARKS = 20;

    /// Fewest marks of each sort.
    public static final int LEAST_OF_A_SORT = 5;

    private static final double[] RIDGES = {0.03, 0.1, 0.3, 1, 3, 10};
    private static final int INNER_FOLDS = 5;
    private static final int OUTER_FOLDS = 10;

    /// Value of the constant column: large, so that the ridge hardly holds the bias.
    private static final double CONSTANT = 10;

    private HeadTrainer() {}

    /// Whether there are enough marks, and of both sorts.
    public static boolean suffices(int marks, int positives) {
        return marks >= LEAST_MARKS
                && positives >= LEAST_OF_A_SORT
                && marks - positives >= LEAST_OF_A_SORT;
    }

    /// @throws IllegalArgumentException when there are too few marks
    public static LinearHead train(Marked marked) {
        requireEnough(marked);
        return fit(marked, ridge(marked));
    }

    /// Scores of the marked texts, each by a head (its ridge included) that was fitted without it,
    /// in ten folds.
    ///
    /// @throws IllegalArgumentException when there are too few marks
    public static double[] heldOut(Marked marked) {
        requireEnough(marked);
        Folds folds = new Folds(marked, OUTER_FOLDS);
        double[] scores = new double[marked.size()];
        for (int number = 0; number < folds.count(); number++) {
            Marked rest = marked.at(folds.outside(number));
            LinearHead head = fit(rest, ridge(rest));
            for (int place : folds.inside(number)) {
                scores[place] = head.score(marked.rows()[place]);
            }
        }
        return scores;
    }

    private static void requireEnough(Marked marked) {
        if (!suffices(marked.size(), marked.positives())) {
            throw new IllegalArgumentException(
                    "a head takes %d marks or more, %d of each sort; there are %d, %d of them yes"
                            .formatted(
                                    LEAST_MARKS,
                                    LEAST_OF_A_SORT,
                                    marked.size(),
                                    marked.positives()));
        }
    }

    private static double ridge(Marked marked) {
        Folds folds = new Folds(marked, INNER_FOLDS);
        double best = RIDGES[0];
        double least = Double.POSITIVE_INFINITY;
        for (double ridge : RIDGES) {
            double loss = 0;
            for (int number = 0; number < folds.count(); number++) {
                LinearHead head = fit(marked.at(folds.outside(number)), ridge);
                loss += loss(head, marked, folds.inside(number));
            }
            if (loss < least) {
                least = loss;
                best = ridge;
            }
        }
        return best;
    }

    private static double loss(LinearHead head, Marked marked, List<Integer> places) {
        double sum = 0;
        for (int place : places) {
            sum += Logistic.loss(head.margin(marked.rows()[place]), marked.is()[place] ? 1 : 0);
        }
        return sum;
    }

    private static LinearHead fit(Marked marked, double ridge) {
        int dimensions = marked.rows()[0].length;
        double[][] x = new double[marked.size()][dimensions + 1];
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < x.length; i++) {
            for (int d = 0; d < dimensions; d++) {
                x[i][d] = marked.rows()[i][d];
            }
            x[i][dimensions] = CONSTANT;
        }
        double[] w =
                new RidgeLogit(x, marked.outcomes(), weights)
                        .fit(ridge, new double[dimensions + 1]);
        return new LinearHead(Arrays.copyOf(w, dimensions), CONSTANT * w[dimensions]);
    }
}
