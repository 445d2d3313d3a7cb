package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;

/// Logistic regression without an intercept under a prior on its weights, by Newton's method on a
/// strictly convex loss.
///
/// @param x one row a judged pair, one column a rule
/// @param y p(A preferred) as judged
record VoteRegression(double[][] x, double[] y, int rules, VotePrior prior) {
    private static final int MAX_ROUNDS = 100;
    /// Of the last step; Newton's error after it is about its square.
    private static final double TOLERANCE = 1e-6;
    private static final double ROUNDING = 1e-12;

    /// @param weights the most probable ones
    /// @param logEvidence log-probability of the judgements under the prior, by Laplace's
    ///     approximation
    record Fit(double[] weights, double logEvidence) {}

    Fit fit() {
        double[] w = new double[rules];
        Arrays.fill(w, prior.mean());
        if (rules == 0 || y.length == 0) {
            return new Fit(w, 0);
        }
        LowerTriangle curvature = curvature(w);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double[] step = curvature.solve(gradient(w));
            double loss = loss(w);
            double rate = 1;
            double[] next = moved(w, step, rate);
            while (loss(next) > loss + ROUNDING * Math.abs(loss) && rate > 1e-6) {
                rate /= 2;
                next = moved(w, step, rate);
            }
            w = next;
            curvature = curvature(w);
            if (rate * Arrays.stream(step).map(Math::abs).max().orElse(0) < TOLERANCE) {
                break;
            }
        }
        return new Fit(w, -loss(w) + (logDeterminantOfPrior() - curvature.logDeterminant()) / 2);
    }

    private double[] gradient(double[] w) {
        double[] gradient = new double[rules];
        double[] d = deviation(w);
        double common = common() * Arrays.stream(d).sum();
        Arrays.setAll(gradient, j -> (d[j] - common) / prior.own());
        for (int r = 0; r < y.length; r++) {
            double error = Logistic.sigmoid(dot(w, x[r])) - y[r];
            for (int j = 0; j < rules; j++) {
                gradient[j] += error * x[r][j];
            }
        }
        return gradient;
    }

    private LowerTriangle curvature(double[] w) {
        double[][] h = new double[rules][rules];
        for (int j = 0; j < rules; j++) {
            Arrays.fill(h[j], -common() / prior.own());
            h[j][j] += 1 / prior.own();
        }
        int[] voters = new int[rules];
        for (int r = 0; r < y.length; r++) {
            double[] row = x[r];
            int count = 0;
            for (int j = 0; j < rules; j++) {
                if (row[j] != 0) {
                    voters[count++] = j;
                }
            }
            double p = Logistic.sigmoid(dot(w, row));
            for (int a = 0; a < count; a++) {
                double left = p * (1 - p) * row[voters[a]];
                double[] into = h[voters[a]];
                for (int b = 0; b <= a; b++) {
                    into[voters[b]] += left * row[voters[b]];
                }
            }
        }
        return LowerTriangle.of(h);
    }

    private double loss(double[] w) {
        double[] d = deviation(w);
        double sum = Arrays.stream(d).sum();
        double loss = (dot(d, d) - common() * sum * sum) / prior.own() / 2;
        for (int r = 0; r < y.length; r++) {
            loss += Logistic.loss(dot(w, x[r]), y[r]);
        }
        return loss;
    }

    /// The precision of the prior is (I - common 11ᵀ) / own (Sherman and Morrison).
    private double common() {
        return prior.shared() / (prior.own() + rules * prior.shared());
    }

    /// ln det of the precision: -(m-1) ln own - ln(own + m shared).
    private double logDeterminantOfPrior() {
        return -(rules - 1) * Math.log(prior.own())
                - Math.log(prior.own() + rules * prior.shared());
    }

    private double[] deviation(double[] w) {
        return Arrays.stream(w).map(v -> v - prior.mean()).toArray();
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
