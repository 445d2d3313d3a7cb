package dev.whetstone.core.evaluate;

import java.util.Arrays;

/// Logistic regression without intercept and with an L1 penalty, as scikit-learn's liblinear solves
/// it: minimises Σ|w| + C · Σ weight · cross-entropy(σ(w·x), y). For a handful of features.
public final class LassoLogistic {
    private static final int MAX_ROUNDS = 2000;

    private final double[][] x;
    private final double[] y;
    private final double[] weights;

    /// @param x one row an item
    /// @param y soft targets in [0, 1]
    public LassoLogistic(double[][] x, double[] y, double[] weights) {
        this.x = x;
        this.y = y;
        this.weights = weights;
    }

    /// Cyclic coordinate descent with Newton steps, soft thresholding and halving, to rest.
    public double[] fit(double c) {
        double[] w = new double[x[0].length];
        double[] z = new double[y.length];
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double largest = 0;
            for (int f = 0; f < w.length; f++) {
                largest = Math.max(largest, Math.abs(move(c, w, z, f)));
            }
            if (largest < 1e-9) {
                break;
            }
        }
        return w;
    }

    /// The strength among `grid` with the least cross-validated loss; the first of equals.
    ///
    /// @param folds of each item, 0 or more
    public double chooseStrength(double[] grid, int[] folds) {
        double best = grid[0];
        double least = Double.POSITIVE_INFINITY;
        for (double c : grid) {
            double loss = crossValidated(c, folds);
            if (loss < least) {
                least = loss;
                best = c;
            }
        }
        return best;
    }

    /// Mean over folds of the fold's mean weighted cross-entropy under the fit to the other folds.
    public double crossValidated(double c, int[] folds) {
        int count = Arrays.stream(folds).max().orElse(0) + 1;
        double loss = 0;
        for (int fold = 0; fold < count; fold++) {
            loss += heldOut(c, folds, fold) / count;
        }
        return loss;
    }

    private double heldOut(double c, int[] folds, int fold) {
        double[] training = weights.clone();
        Arrays.setAll(training, i -> folds[i] == fold ? 0 : weights[i]);
        double[] w = new LassoLogistic(x, y, training).fit(c);
        double loss = 0;
        int size = 0;
        for (int i = 0; i < y.length; i++) {
            if (folds[i] == fold) {
                loss += weights[i] * Logistic.loss(dot(w, x[i]), y[i]);
                size++;
            }
        }
        return loss / size;
    }

    private double move(double c, double[] w, double[] z, int f) {
        double gradient = 0;
        double curvature = 1e-12;
        for (int i = 0; i < y.length; i++) {
            double p = Logistic.sigmoid(z[i]);
            gradient += c * weights[i] * (p - y[i]) * x[i][f];
            curvature += c * weights[i] * p * (1 - p) * x[i][f] * x[i][f];
        }
        double target = w[f] - gradient / curvature;
        double shrunk = Math.signum(target) * Math.max(0, Math.abs(target) - 1 / curvature);
        double step = shrunk - w[f];
        double before = objective(c, w, z, f, 0);
        while (Math.abs(step) > 1e-12 && objective(c, w, z, f, step) > before + 1e-12) {
            step /= 2;
        }
        w[f] += step;
        for (int i = 0; i < z.length; i++) {
            z[i] += step * x[i][f];
        }
        return step;
    }

    private double objective(double c, double[] w, double[] z, int f, double step) {
        double sum = Math.abs(w[f] + step);
        for (int i = 0; i < y.length; i++) {
            sum += c * weights[i] * Logistic.loss(z[i] + step * x[i][f], y[i]);
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
