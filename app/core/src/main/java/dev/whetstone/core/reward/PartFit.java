package dev.whetstone.core.reward;

import dev.whetstone.core.evaluate.Logistic;

/// One part of the vector, its columns scaled, with the ridge strength that predicts best out of
/// fold.
final class PartFit {
    /// The embedding's columns together weigh as much as this many single features.
    private static final double BLOCK = 20;

    private final double[][] x;
    private final double[] y;
    private final double[] scale;
    private final double ridge;
    private final double[] outOfFold;

    private PartFit(double[][] x, double[] y, double[] scale, double ridge, double[] outOfFold) {
        this.x = x;
        this.y = y;
        this.scale = scale;
        this.ridge = ridge;
        this.outOfFold = outOfFold;
    }

    static PartFit choose(RewardData data, int part, int[] folds, double[] ridges) {
        double[][] x = differences(data, part);
        double[] scale = scale(x);
        for (double[] row : x) {
            for (int c = 0; c < scale.length; c++) {
                row[c] /= scale[c];
            }
        }
        double[] y = data.labels();
        double[] weights = data.weights();
        double best = Double.POSITIVE_INFINITY;
        double ridge = ridges[0];
        double[] outOfFold = new double[y.length];
        double[][] starts = new double[1 + max(folds)][scale.length];
        for (double candidate : ridges) {
            double[] z = predict(x, y, weights, folds, candidate, starts);
            double loss = 0;
            for (int i = 0; i < z.length; i++) {
                loss += weights[i] * Logistic.loss(z[i], y[i]);
            }
            if (loss < best) {
                best = loss;
                ridge = candidate;
                outOfFold = z;
            }
        }
        return new PartFit(x, y, scale, ridge, outOfFold);
    }

    /// Weights for unscaled columns, fitted to pairs that count as given (0: not at all).
    double[] fit(double[] weights) {
        double[] w = new RidgeLogit(x, y, weights).fit(ridge, new double[scale.length]);
        for (int c = 0; c < w.length; c++) {
            w[c] /= scale[c];
        }
        return w;
    }

    /// Log-odds of pair i under the fit to the other folds.
    double outOfFold(int i) {
        return outOfFold[i];
    }

    private static double[] predict(
            double[][] x,
            double[] y,
            double[] weights,
            int[] folds,
            double ridge,
            double[][] starts) {
        double[] z = new double[y.length];
        for (int fold = 0; fold < starts.length; fold++) {
            double[] training = weights.clone();
            for (int i = 0; i < training.length; i++) {
                training[i] = folds[i] == fold ? 0 : weights[i];
            }
            starts[fold] = new RidgeLogit(x, y, training).fit(ridge, starts[fold]);
            for (int i = 0; i < z.length; i++) {
                if (folds[i] == fold) {
                    z[i] = RidgeLogit.dot(starts[fold], x[i]);
                }
            }
        }
        return z;
    }

    private static double[][] differences(RewardData data, int part) {
        int from = data.layout().from(part);
        double[][] x = new double[data.size()][data.layout().to(part) - from];
        for (int i = 0; i < x.length; i++) {
            double[] a = data.a(i).vector();
            double[] b = data.b(i).vector();
            for (int c = 0; c < x[i].length; c++) {
                x[i][c] = a[from + c] - b[from + c];
            }
        }
        return x;
    }

    private static double[] scale(double[][] x) {
        double[] scale = new double[x[0].length];
        double block = Math.max(1, Math.sqrt(scale.length / BLOCK));
        for (int c = 0; c < scale.length; c++) {
            double squares = 0;
            for (double[] row : x) {
                squares += row[c] * row[c];
            }
            double rms = Math.sqrt(squares / x.length);
            scale[c] = rms > 1e-9 ? rms * block : 1;
        }
        return scale;
    }

    private static int max(int[] folds) {
        int max = 0;
        for (int fold : folds) {
            max = Math.max(max, fold);
        }
        return max;
    }
}
