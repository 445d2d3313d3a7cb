package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/// Logistic regression without an intercept under a prior on its weights, by Newton's method on a
/// strictly convex loss. The curvature is taken anew only where steps stop shrinking: with hundreds
/// of rules its decomposition is nearly all of the work.
///
/// @param x one row a judged pair, one column a rule
/// @param y p(A preferred) as judged
/// @param expected weights before any judgement, one a rule
record VoteRegression(VotedRows x, double[] y, VotePrior prior, double[] expected) {
    private static final int MAX_ROUNDS = 200;
    private static final double TOLERANCE = 1e-9;
    private static final double ROUNDING = 1e-12;
    private static final double SHRINKING = .3;

    /// @param weights the most probable ones
    /// @param logEvidence log-probability of the judgements under the prior, by Laplace's
    ///     approximation
    record Fit(double[] weights, double logEvidence) {}

    /// @param start weights to begin at, e.g. those under a prior that is not far
    Fit fit(double[] start) {
        double[] w = start.clone();
        if (rules() == 0 || y.length == 0) {
            return new Fit(expected, 0);
        }
        CholeskyDecomposition curvature = curvature(w);
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double[] step =
                    curvature.getSolver().solve(new ArrayRealVector(gradient(w), false)).toArray();
            double loss = loss(w);
            double rate = 1;
            double[] next = moved(w, step, rate);
            while (loss(next) > loss + ROUNDING * Math.abs(loss) && rate > 1e-6) {
                rate /= 2;
                next = moved(w, step, rate);
            }
            w = next;
            double length = rate * Arrays.stream(step).map(Math::abs).max().orElse(0);
            if (length < TOLERANCE) {
                break;
            }
            if (length > SHRINKING * before) {
                curvature = curvature(w);
            }
            before = length;
        }
        return new Fit(w, -loss(w) + (logDeterminantOfPrior() - logDeterminant(curvature(w))) / 2);
    }

    private int rules() {
        return expected.length;
    }

    private double[] gradient(double[] w) {
        double[] gradient = new double[rules()];
        double[] d = deviation(w);
        double common = common() * Arrays.stream(d).sum();
        Arrays.setAll(gradient, j -> (d[j] - common) / prior.own());
        for (int r = 0; r < y.length; r++) {
            x.add(r, Logistic.sigmoid(x.dot(r, w)) - y[r], gradient);
        }
        return gradient;
    }

    private CholeskyDecomposition curvature(double[] w) {
        int rules = rules();
        double[][] h = new double[rules][rules];
        for (int j = 0; j < rules; j++) {
            Arrays.fill(h[j], -common() / prior.own());
            h[j][j] += 1 / prior.own();
        }
        for (int r = 0; r < y.length; r++) {
            double p = Logistic.sigmoid(x.dot(r, w));
            x.addSquare(r, p * (1 - p), h);
        }
        for (int j = 0; j < rules; j++) {
            for (int k = j + 1; k < rules; k++) {
                h[k][j] = h[j][k];
            }
        }
        RealMatrix matrix = new Array2DRowRealMatrix(h, false);
        return new CholeskyDecomposition(matrix, 1e-9, 1e-12);
    }

    private double loss(double[] w) {
        double[] d = deviation(w);
        double sum = Arrays.stream(d).sum();
        double loss = (dot(d, d) - common() * sum * sum) / prior.own() / 2;
        for (int r = 0; r < y.length; r++) {
            loss += Logistic.loss(x.dot(r, w), y[r]);
        }
        return loss;
    }

    /// The precision of the prior is (I - common 11ᵀ) / own (Sherman and Morrison).
    private double common() {
        return prior.shared() / (prior.own() + rules() * prior.shared());
    }

    /// ln det of the precision: -(m-1) ln own - ln(own + m shared).
    private double logDeterminantOfPrior() {
        return -(rules() - 1) * Math.log(prior.own())
                - Math.log(prior.own() + rules() * prior.shared());
    }

    private static double logDeterminant(CholeskyDecomposition of) {
        double sum = 0;
        for (int j = 0; j < of.getL().getRowDimension(); j++) {
            sum += 2 * Math.log(of.getL().getEntry(j, j));
        }
        return sum;
    }

    private double[] deviation(double[] w) {
        double[] d = new double[w.length];
        Arrays.setAll(d, j -> w[j] - expected[j]);
        return d;
    }

    private static double[] moved(double[] w, double[] step, double rate) {
        double[] next = new double[w.length];
        Arrays.setAll(next, j -> w[j] - rate * step[j]);
        return next;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
