package dev.whetstone.core.detect;

import dev.whetstone.core.evaluate.PlattScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A detector from examples alone: how much nearer (in cosine) a text is to the mean of the
/// examples than to the mean of what they are held against, which is examples of the contrary or,
/// without any, other texts of the project. Where the cut lies is read off the examples, each held
/// against the mean of the others, or fitted to marked texts where there are some.
public final class ExampleDetector {
    /// Fewest marks that the cut is fitted to, and of each sort.
    private static final int MARKS_TO_FIT = 10;

    private static final int OF_A_SORT_TO_FIT = 3;
    private static final int FOLDS = 10;

    /// Log-odds of a text that lies as far beyond the cut as the texts lie from it in the mean.
    private static final double STEEPNESS = 2;

    private static final double RIDGE = 0.5;

    private final double[] direction;
    private final LinearHead unfitted;

    /// @param like embeddings of examples, 1 or more
    /// @param unlike what they are held against, 1 or more
    public ExampleDetector(float[][] like, float[][] unlike) {
        if (like.length == 0 || unlike.length == 0) {
            throw new IllegalArgumentException("examples, and something to hold them against");
        }
        double[] near = centre(like, -1);
        double[] far = centre(unlike, -1);
        direction = new double[near.length];
        for (int d = 0; d < direction.length; d++) {
            direction[d] = near[d] - far[d];
        }
        unfitted = cut(margins(like, far, 1), margins(unlike, near, -1));
    }

    /// Marks that are enough to fit the cut to.
    public static boolean fits(Marked marked) {
        return marked.size() >= MARKS_TO_FIT && marked.rarer() >= OF_A_SORT_TO_FIT;
    }

    /// The detector by its examples alone.
    public LinearHead head() {
        return unfitted;
    }

    /// With the cut fitted to marked texts, where they are enough and bear the examples out.
    public LinearHead head(Marked marked) {
        return fits(marked) ? fitted(marked) : unfitted;
    }

    /// Scores of the marked texts, each with a cut that was fitted without it.
    public double[] heldOut(Marked marked) {
        double[] scores = new double[marked.size()];
        if (!fits(marked)) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = unfitted.score(marked.rows()[i]);
            }
            return scores;
        }
        Folds folds = new Folds(marked, FOLDS);
        for (int number = 0; number < folds.count(); number++) {
            LinearHead head = fitted(marked.at(folds.outside(number)));
            for (int place : folds.inside(number)) {
                scores[place] = head.score(marked.rows()[place]);
            }
        }
        return scores;
    }

    private LinearHead fitted(Marked marked) {
        double[] x = new double[marked.size()];
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = dot(direction, marked.rows()[i]);
            mean += x[i] / x.length;
        }
        double spread = 1e-9;
        for (double each : x) {
            spread += Math.abs(each - mean) / x.length;
        }
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = (x[i] - mean) / spread;
        }
        double[] line = PlattScaling.fit(scaled, marked.outcomes(), RIDGE);
        // marks that say the contrary of the examples do not turn the detector round
        return line[0] <= 0 ? unfitted : head(line[0] / spread, line[1] - line[0] * mean / spread);
    }

    private LinearHead head(double slope, double constant) {
        double[] weights = new double[direction.length];
        for (int d = 0; d < weights.length; d++) {
            weights[d] = slope * direction[d];
        }
        return new LinearHead(weights, constant);
    }

    /// The cut with the best mean of the two sorts' shares on the right side; the middle one of
    /// several.
    private LinearHead cut(double[] like, double[] unlike) {
        TreeSet<Double> seen = new TreeSet<>();
        for (double each : like) {
            seen.add(each);
        }
        for (double each : unlike) {
            seen.add(each);
        }
        List<Double> best = new ArrayList<>();
        double most = -1;
        for (double each : seen) {
            Double next = seen.higher(each);
            if (next == null) {
                continue;
            }
            double middle = (each + next) / 2;
            double right = above(like, middle) + 1 - above(unlike, middle);
            if (right > most + 1e-12) {
                best.clear();
                most = right;
            }
            if (right >= most - 1e-12) {
                best.add(middle);
            }
        }
        double cut = best.isEmpty() ? seen.first() : best.get(best.size() / 2);
        double distance = 1e-9;
        for (double each : seen) {
            distance += Math.abs(each - cut) / seen.size();
        }
        return head(STEEPNESS / distance, -STEEPNESS * cut / distance);
    }

    private static double above(double[] values, double cut) {
        int count = 0;
        for (double value : values) {
            count += value > cut ? 1 : 0;
        }
        return (double) count / values.length;
    }

    /// What each example's margin is when its own sort's mean is taken without it.
    private static double[] margins(float[][] rows, double[] other, int sign) {
        double[] margins = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] own = centre(rows, rows.length > 1 ? i : -1);
            margins[i] = sign * (dot(own, rows[i]) - dot(other, rows[i]));
        }
        return margins;
    }

    /// The mean of the rows, of length 1.
    ///
    /// @param without a row to leave out; -1 for none
    private static double[] centre(float[][] rows, int without) {
        double[] mean = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; i != without && d < mean.length; d++) {
                mean[d] += rows[i][d];
            }
        }
        double length = 0;
        for (double each : mean) {
            length += each * each;
        }
        length = Math.sqrt(length);
        for (int d = 0; d < mean.length; d++) {
            mean[d] = length == 0 ? 0 : mean[d] / length;
        }
        return mean;
    }

    private static double dot(double[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
