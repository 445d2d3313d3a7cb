package dev.whetstone.core.reward;

import dev.whetstone.core.evaluate.Logistic;

/// Bradley-Terry with a ridge: the w that minimises Σ weight · cross-entropy(σ(w·x), y) +
/// ridge/2 ‖w‖², for rows x of differences and soft y. Without intercept, so that swapping
/// sides turns p into 1 - p. L-BFGS with backtracking.
public final class RidgeLogit {
    private static final int MEMORY = 8;
    private static final int MAX_ROUNDS = 120;
    private static final double TOLERANCE = 1e-4;

    private final double[][] x;
    private final double[] y;
    private final double[] weights;

    /// @param weights one a row, 0 or more
    public RidgeLogit(double[][] x, double[] y, double[] weights) {
        this.x = x;
        this.y = y;
        this.weights = weights;
    }

    /// @param start where to begin; not changed
    public double[] fit(double ridge, double[] start) {
        int d = start.length;
        double[] w = start.clone();
        double[] gradient = new double[d];
        double loss = evaluate(w, ridge, gradient);
        double[][] steps = new double[MEMORY][];
        double[][] changes = new double[MEMORY][];
        int stored = 0;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (Math.sqrt(dot(gradient, gradient)) < TOLERANCE * (1 + Math.sqrt(dot(w, w)))) {
                break;
            }
            double[] direction = direction(gradient, steps, changes, stored);
            double slope = -dot(direction, gradient);
            double rate = stored == 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = new double[d];
            double[] nextGradient = new double[d];
            double nextLoss = Double.POSITIVE_INFINITY;
            while (rate > 1e-12) {
                for (int i = 0; i < d; i++) {
                    next[i] = w[i] - rate * direction[i];
                }
                nextLoss = evaluate(next, ridge, nextGradient);
                if (nextLoss <= loss + 1e-4 * rate * slope) {
                    break;
                }
                rate /= 2;
            }
            if (!(nextLoss < loss)) {
                break;
            }
            double[] s = new double[d];
            double[] g = new double[d];
            for (int i = 0; i < d; i++) {
                s[i] = next[i] - w[i];
                g[i] = nextGradient[i] - gradient[i];
            }
            if (dot(s, g) > 1e-14) {
                steps[stored % MEMORY] = s;
                changes[stored % MEMORY] = g;
                stored++;
            }
            boolean rests = loss - nextLoss < 1e-9 * Math.abs(loss);
            w = next;
            gradient = nextGradient;
            loss = nextLoss;
            if (rests) {
                break;
            }
        }
        return w;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private double evaluate(double[] w, double ridge, double[] gradient) {
        double loss = ridge / 2 * dot(w, w);
        for (int i = 0; i < w.length; i++) {
            gradient[i] = ridge * w[i];
        }
        for (int row = 0; row < x.length; row++) {
            if (weights[row] > 0) {
                double[] features = x[row];
                double z = dot(w, features);
                loss += weights[row] * Logistic.loss(z, y[row]);
                double error = weights[row] * (Logistic.sigmoid(z) - y[row]);
                for (int i = 0; i < w.length; i++) {
                    gradient[i] += error * features[i];
                }
            }
        }
        return loss;
    }

    private static double[] direction(
            double[] gradient, double[][] steps, double[][] changes, int stored) {
        double[] q = gradient.clone();
        int used = Math.min(stored, MEMORY);
        double[] alpha = new double[used];
        for (int k = 0; k < used; k++) {
            int at = (stored - 1 - k) % MEMORY;
            alpha[k] = dot(steps[at], q) / dot(steps[at], changes[at]);
            add(q, -alpha[k], changes[at]);
        }
        if (used > 0) {
            int last = (stored - 1) % MEMORY;
            double scale = dot(steps[last], changes[last]) / dot(changes[last], changes[last]);
            for (int i = 0; i < q.length; i++) {
                q[i] *= scale;
            }
        }
        for (int k = used - 1; k >= 0; k--) {
            int at = (stored - 1 - k) % MEMORY;
            double beta = dot(changes[at], q) / dot(steps[at], changes[at]);
            add(q, alpha[k] - beta, steps[at]);
        }
        return q;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }
}
